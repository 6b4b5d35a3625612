package se.tidig.application;

import java.time.Instant;

/**
 * An answer of an application that what came in later replaced.
 *
 * @param question key in the form {@code application}
 * @param before as the form stores answers; null where the question had not been answered
 * @param after what stands now
 * @param at when it was recorded
 */
public record ChangedAnswer(String question, Object before, Object after, Instant at) {}
