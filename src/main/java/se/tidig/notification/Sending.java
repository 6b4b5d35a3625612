package se.tidig.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a case's mail was sent, waits to be sent, or could not be: the proof of sending.
 *
 * @param at when the mail server took it; when the case came to the step where it has not been sent; null if not known
 * @param subject of the mail; the name of the step where it has not been sent
 * @param documents what went or goes with it
 * @param to the addresses, separated by commas; empty where none can be told
 * @param state where the sending stands
 * @param failure why the last try failed, in Swedish; null if none has failed
 */
public record Sending(Instant at, String subject, List<Attached> documents, String to, State state, String failure) {

    /** Where a sending stands. */
    public enum State {
        SENT,
        WAITING,
        FAILED,
        /** A letter that is written, and that no mail has carried. */
        NOT_SENT
    }

    /**
     * A stored document.
     *
     * @param writtenAt when it was made
     */
    public record Attached(UUID id, String title, Instant writtenAt) {}
}
