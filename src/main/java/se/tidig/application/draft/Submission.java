package se.tidig.application.draft;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import se.tidig.Reference;

/**
 * A draft that has become an application.
 *
 * @param reference of the application
 * @param submittedBy the person's e-mail address
 * @param receivedAt when it came in, by the server's clock
 * @param answers as they were handed in
 */
public record Submission(
        UUID draft,
        Reference reference,
        String submittedBy,
        String signer,
        String role,
        Signing.Capacity capacity,
        Instant receivedAt,
        Map<String, Object> answers) {}
