package se.tidig.document;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a stored document, its content apart.
 *
 * @param reference the case it belongs to
 * @param board county letter
 * @param kind {@code decision}, {@code completion-order} and so on
 * @param title Swedish, as people see it in a list
 * @param filename as it is downloaded
 * @param contentType media type
 * @param sha256 of the content, in hexadecimal
 * @param size bytes
 * @param createdBy user id; null where a step of a process wrote it
 */
public record Document(
        UUID id,
        String reference,
        String board,
        String kind,
        String title,
        String filename,
        String contentType,
        String sha256,
        long size,
        Instant createdAt,
        String createdBy) {}
