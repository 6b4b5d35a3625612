package se.tidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.tidig.faults.Misfortunes.Blows;

/** A small part of {@link WholeFaults}, for every build. */
class ThreeKillsTest {

    @Test
    void eightApplicationsLiveThroughThreeKillsWithNothingLostAndNothingTwice() throws Exception {
        var run = new FaultsRun();
        run.play(8, true, misfortunes -> {
            misfortunes.whileTheCallIsOpen(new Blows(0, 0, 0));
            misfortunes.untilAllArePaid(new Blows(0, 0, 0), 1, 0);
            misfortunes.untilAllAreClosed(new Blows(0, 0, 0));
        });
        assertThat(run.tally().of(Tally.KILLS)).isEqualTo(3);
    }
}
