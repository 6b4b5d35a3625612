package se.tidig.application.draft;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.TidigTest;

/** A small part of {@link ThreeWritersFaults}, for every build. */
@TidigTest
class ThreeWritersTest extends ThreeWriters {

    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingThatIsTypedIsLost(long seed) {
        write(seed, STEPS);
    }
}
