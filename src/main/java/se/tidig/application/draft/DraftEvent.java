package se.tidig.application.draft;

import java.time.Instant;
import se.tidig.organisation.Right;

/**
 * Something was done about who takes part in a draft.
 *
 * @param by name of the person who did it, as it was then
 * @param about e-mail address of the person whom it concerns; null if it is the same person
 * @param right that was given; null if none was
 */
public record DraftEvent(Instant at, String by, Kind kind, String about, Right right) {

    /** What was done. */
    public enum Kind {
        INVITED,
        ACCEPTED,
        DECLINED,
        REMOVED,
        LEFT
    }
}
