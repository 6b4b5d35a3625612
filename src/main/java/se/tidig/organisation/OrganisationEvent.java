package se.tidig.organisation;

import java.time.Instant;

/**
 * Something was done about who acts for an organisation.
 *
 * @param actor name of the person who did it, as it was then
 * @param about name or e-mail address of the person whom it concerns; null if it is the actor
 * @param right that was given; null if none was
 */
public record OrganisationEvent(Instant at, String actor, Kind kind, String about, Right right) {

    /** What was done. */
    public enum Kind {
        /** The actor was the first to act for the organisation in the portal. */
        FOUNDED,
        INVITED,
        ACCEPTED,
        DECLINED,
        INVITATION_WITHDRAWN,
        ASKED,
        ADMITTED,
        REFUSED,
        CHANGED,
        REMOVED,
        LEFT
    }
}
