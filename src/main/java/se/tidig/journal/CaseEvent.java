package se.tidig.journal;

import java.time.Instant;

/**
 * An entry in the journal of a case.
 *
 * @param at when it happened, or when the document came in
 * @param actor user id; null for the system or the applicant
 * @param text Swedish
 */
public record CaseEvent(String reference, Instant at, String actor, EventKind kind, String text) {}
