package se.tidig.document;

import java.time.Instant;
import java.util.UUID;
import se.tidig.Reference;

/**
 * A file that an applicant handed in, without its content.
 *
 * @param folder the draft it belongs to
 * @param reference of the case; null until the draft is handed in
 * @param question the form's question that it answers, with the alternative: {@code attachments.statutes}
 * @param name as the person's device called it, without path and signs that cannot be seen
 * @param mediaType told from the content, never from what the browser said
 * @param size bytes
 * @param sha256 of the content, in hexadecimal
 * @param found what the scanner found; null if nothing
 * @param uploadedBy the person's e-mail address
 */
public record Upload(
        UUID id,
        String folder,
        Reference reference,
        String question,
        String name,
        String mediaType,
        long size,
        String sha256,
        UploadState state,
        String found,
        String uploadedBy,
        Instant uploadedAt) {}
