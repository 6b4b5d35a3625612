package se.tidig.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation to act for an organisation that has not been answered.
 *
 * @param email to whom, in lower case
 * @param inviter name of the person who invites
 */
public record Invitation(
        UUID id,
        String organisationNumber,
        String organisationName,
        String email,
        Right right,
        String inviter,
        Instant invitedAt,
        Instant expiresAt) {}
