package se.tidig.application.draft;

import java.time.Instant;

/**
 * A person who has a part of a draft open.
 *
 * @param part the part's name in its address
 */
public record Visit(String person, String part, Instant since) {}
