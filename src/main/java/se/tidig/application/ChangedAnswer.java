package se.tidig.application;

import java.time.Instant;

/**
 * An answer of an application that a later document replaced.
 *
 * @param question key in the form {@code application}
 * @param before as the form stores answers; null if the question had not been answered
 * @param after the answer that replaced it
 * @param at when it was recorded
 */
public record ChangedAnswer(String question, Object before, Object after, Instant at) {}
