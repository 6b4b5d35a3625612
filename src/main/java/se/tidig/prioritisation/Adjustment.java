package se.tidig.prioritisation;

import java.time.Instant;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * An amount that a person sets in place of the table's.
 *
 * @param reference the application's
 * @param amount SEK; null if an earlier adjustment is withdrawn
 * @param actor user id
 */
public record Adjustment(Reference reference, Sek amount, String reason, Actor actor, Instant at) {}
