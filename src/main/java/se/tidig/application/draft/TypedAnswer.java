package se.tidig.application.draft;

import java.time.Instant;

/**
 * What is typed at a question now.
 *
 * @param value text as it was typed, chosen values, or rows
 * @param by the person who typed it
 */
public record TypedAnswer(String question, Object value, String by, Instant at) {}
