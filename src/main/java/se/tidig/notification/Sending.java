package se.tidig.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Shows that a mail of a case was sent, waits to be sent, or could not be sent: the proof of sending.
 *
 * @param at when the mail server accepted the mail, or, if it is not sent, when the case reached the step; null if
 *     unknown
 * @param subject of the mail, or, if it is not sent, the name of the step
 * @param documents that are attached
 * @param to the addresses, separated by commas; empty if they are unknown
 * @param state of the sending
 * @param text of the mail; null if it is not sent, or was sent before texts were kept
 * @param failure why the last attempt failed, in Swedish; null if none has
 */
public record Sending(
        Instant at, String subject, List<Attached> documents, String to, State state, String text, String failure) {

    /** The state of a sending. */
    public enum State {
        SENT,
        WAITING,
        FAILED,
        /** A written letter that has not been sent with a mail. */
        NOT_SENT
    }

    /**
     * A stored document.
     *
     * @param writtenAt when the document was written
     */
    public record Attached(UUID id, String title, Instant writtenAt) {}
}
