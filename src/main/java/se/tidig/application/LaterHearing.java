package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Hearings in a case whose application is decided: before a decision on an obstacle to payment, for instance (25 § FL).
 * A later stage provides them.
 */
public interface LaterHearing {

    /** What is put before the party and not yet decided on; empty where nothing is. */
    Optional<Open> open(String reference);

    /** Gives the party until the end of the day to comment; the caller has asked that the day is a later one. */
    void extend(String reference, LocalDate day);

    /**
     * Takes the party's comments on it.
     *
     * @param judgedLate whether a person has judged that they came too late, so that they end no wait
     */
    void reply(String reference, String text, Instant receivedAt, boolean judgedLate);

    /**
     * @param text what is put before the party
     * @param deadline the end of the last day to comment
     * @param isAwaited whether the party has not commented and nothing is proposed yet
     * @param businessKey of the process that waits for the comments
     */
    record Open(String text, Instant deadline, boolean isAwaited, String businessKey) {}
}
