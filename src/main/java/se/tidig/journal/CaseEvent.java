package se.tidig.journal;

import java.time.Instant;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * An entry in the journal of a case.
 *
 * @param at when it happened, or when the document came in
 * @param actor user id; null for the system or the applicant
 * @param text Swedish
 */
public record CaseEvent(Reference reference, Instant at, Actor actor, EventKind kind, String text) {}
