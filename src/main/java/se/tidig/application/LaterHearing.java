package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.tidig.Reference;

/**
 * Hearings in a case whose application is decided, for example before a decision on an obstacle to payment (25 § FL).
 * A later stage implements them.
 */
public interface LaterHearing {

    /** The material that the party has been sent and that is not yet decided on; empty if there is none. */
    Optional<Open> open(Reference reference);

    /** Gives the party until the end of the day to comment; the caller has checked that the day is a later one. */
    void extend(Reference reference, LocalDate day);

    /**
     * Stores the party's comments.
     *
     * @param judgedLate whether a person has judged that they came too late, so that they do not end the wait
     */
    void reply(Reference reference, String text, Instant receivedAt, boolean judgedLate);

    /**
     * @param text the material sent to the party
     * @param deadline the end of the last day to comment
     * @param isAwaited whether the party has not commented and nothing is proposed yet
     * @param businessKey of the process that waits for the comments
     */
    record Open(String text, Instant deadline, boolean isAwaited, String businessKey) {}
}
