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
 * @param secondEmail the e-mail address of the person who was asked to sign as the second; null if one signs alone
 * @param second null as long as the second of two has not signed
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
        String secondEmail,
        SecondSignature second,
        Map<String, Object> answers) {

    /** Whether two sign together. */
    public boolean isJoint() {
        return secondEmail != null;
    }
}
