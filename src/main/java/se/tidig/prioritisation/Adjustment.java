package se.tidig.prioritisation;

import java.time.Instant;
import se.tidig.Sek;

/**
 * An amount that a person sets in place of the table's.
 *
 * @param reference the application's
 * @param amount SEK; null if an earlier adjustment is withdrawn
 * @param actor user id
 */
public record Adjustment(String reference, Sek amount, String reason, String actor, Instant at) {}
