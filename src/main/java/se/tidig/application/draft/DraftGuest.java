package se.tidig.application.draft;

import java.time.Instant;
import java.util.UUID;
import se.tidig.organisation.Right;

/**
 * A person who is invited to one draft, and to nothing else of the organisation.
 *
 * @param email to whom, in lower case
 * @param invitedBy the e-mail address that the inviter logs in with
 * @param acceptedAt null as long as the invitation is not accepted
 */
public record DraftGuest(
        UUID id,
        UUID draft,
        String email,
        Right right,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        Instant acceptedAt) {

    public boolean isAccepted() {
        return acceptedAt != null;
    }
}
