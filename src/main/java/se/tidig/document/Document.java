package se.tidig.document;

import java.time.Instant;
import java.util.UUID;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * A stored document without its content.
 *
 * @param reference of the case
 * @param board county letter
 * @param kind {@code decision}, {@code completion-order} and so on
 * @param title in Swedish, as shown in lists
 * @param filename for the download
 * @param contentType media type
 * @param sha256 of the content, in hexadecimal
 * @param size bytes
 * @param createdBy user id; null if a step of a process wrote the document
 */
public record Document(
        UUID id,
        Reference reference,
        String board,
        String kind,
        String title,
        String filename,
        String contentType,
        String sha256,
        long size,
        Instant createdAt,
        Actor createdBy) {}
