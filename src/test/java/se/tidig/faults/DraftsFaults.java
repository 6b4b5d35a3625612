package se.tidig.faults;

import org.junit.jupiter.api.Test;

/** {@code mvn verify -Pfaults}: a thousand drafts under kills, ended sessions and two tabs. */
class DraftsFaults {

    private static final int DRAFTS = Integer.getInteger("drafts", 1_000);
    private static final int KILLS = Integer.getInteger("drafts.kills", 10);

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        new DraftsRun().play(DRAFTS, KILLS);
    }
}
