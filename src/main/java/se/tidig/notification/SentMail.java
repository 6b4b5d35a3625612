package se.tidig.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail as its recipient reads it.
 *
 * @param text the whole of it, with what only Mina sidor says; null if it was sent before texts were kept
 * @param documents that were attached
 */
public record SentMail(Instant at, String subject, String text, List<UUID> documents) {}
