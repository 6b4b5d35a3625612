package se.tidig.faults;

import org.junit.jupiter.api.Test;

/** A small part of {@link DraftsFaults}, for every build. */
class DraftsUnderAKillTest {

    @Test
    void fortyDraftsLiveThroughAKillAndEndedSessionsWithNothingLost() throws Exception {
        new DraftsRun().play(40, 1);
    }
}
