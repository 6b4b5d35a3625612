package se.tidig.application.draft;

import java.time.Instant;

/**
 * What a person typed at a question that a colleague had changed meanwhile.
 *
 * @param before what both had seen
 * @param mine what the person typed
 * @param by the person
 */
public record DraftConflict(long id, String question, Object before, Object mine, String by, Instant at) {

    /** What ended it. */
    public enum End {
        MINE,
        THEIRS,
        JOINT,
        /** The person typed something newer. */
        REPLACED
    }
}
