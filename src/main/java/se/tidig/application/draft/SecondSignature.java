package se.tidig.application.draft;

import java.time.Instant;

/**
 * The signature of the second of two who sign together.
 *
 * @param signedBy the person's e-mail address
 */
public record SecondSignature(String signedBy, String signer, String role, Instant signedAt) {}
