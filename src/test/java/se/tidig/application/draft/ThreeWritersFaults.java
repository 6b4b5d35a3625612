package se.tidig.application.draft;

import java.util.Random;
import org.junit.jupiter.api.Test;
import se.tidig.TidigTest;

/** {@code mvn verify -Pfaults}: ten thousand saves of three people in random order; {@code -Dseed} repeats a run. */
@TidigTest
class ThreeWritersFaults extends ThreeWriters {

    private static final int DRAFTS = 100;
    private static final int STEPS = 100;

    @Test
    void nothingThatIsTypedIsLost() {
        var seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
        System.out.printf("three writers: %d saves, -Dseed=%d%n", DRAFTS * STEPS, seed);
        var seeds = new Random(seed);
        for (int draft = 0; draft < DRAFTS; draft++) {
            write(seeds.nextLong(), STEPS);
        }
    }
}
