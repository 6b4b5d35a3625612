package se.tidig.application;

import java.time.Instant;

/**
 * A document that its sender was asked to confirm (21 § FL).
 *
 * @param document which one, in the officer's words; null where it is the application
 * @param reason why it needs to be confirmed
 * @param askedBy user id
 */
public record Confirmation(String document, String reason, String askedBy, Instant askedAt) {

    public boolean isOfApplication() {
        return document == null;
    }

    /** What is to be confirmed. */
    public String subject() {
        return isOfApplication() ? "Ansökan" : document;
    }
}
