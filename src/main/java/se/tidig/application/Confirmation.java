package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * A document that its sender has been asked to confirm (21 § FL).
 *
 * @param number of the request
 * @param document which one, in the officer's words; null if it is the application
 * @param reason why it needs to be confirmed
 * @param by the last day to confirm; null if it was asked before there was one
 * @param askedBy user id
 */
public record Confirmation(Long number, String document, String reason, LocalDate by, Actor askedBy, Instant askedAt) {

    /** The sender has confirmed what the request is about. */
    public record Given(Reference reference, long number) {}

    public boolean isOfApplication() {
        return document == null;
    }

    /** The document to confirm. */
    public String subject() {
        return isOfApplication() ? "Ansökan" : document;
    }
}
