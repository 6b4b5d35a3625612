package se.tidig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.tidig.faults.Misfortunes.Blows;

/** {@code mvn verify -Pfaults}: see docs/reliability.md. */
class WholeFaults {

    private static final int APPLICATIONS = Integer.getInteger("applications", 200);

    @Test
    void theApplicationsLiveThroughTwentyKillsWithNothingLostAndNothingTwice() throws Exception {
        var run = new FaultsRun();
        run.play(APPLICATIONS, false, misfortunes -> {
            misfortunes.whileTheCallIsOpen(new Blows(3, 1, 1));
            misfortunes.untilAllArePaid(new Blows(1, 1, 3), Misfortunes.TRIES_OF_A_MAIL, 1);
            misfortunes.untilAllAreClosed(new Blows(2, 1, 1));
        });
        assertThat(run.tally().of(Tally.KILLS)).isEqualTo(20);
        assertThat(run.tally().of(Tally.DATABASE_KILLS)).isEqualTo(5);
        // The mail server was away until some mail's tries were used up.
        assertThat(run.tally().of(Tally.INCIDENTS)).isPositive();
    }
}
