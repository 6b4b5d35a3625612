package se.tidig.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * A person has asked to act for an organisation that Tidig already knows, and waits for an answer.
 *
 * @param position in the organisation, in the person's own words
 * @param contact e-mail address of the organisation according to its newest application; null if unknown
 */
public record AdmissionRequest(
        UUID id,
        String organisationNumber,
        String organisationName,
        UUID person,
        String name,
        String email,
        String position,
        Instant askedAt,
        String contact) {

    /** The organisation number in the usual form, 802000-0006. */
    public String writtenNumber() {
        return Organisation.written(organisationNumber);
    }

    /** Whether the person's confirmed address is the one that the organisation's newest application gives. */
    public boolean isFromContact() {
        return email.equalsIgnoreCase(contact);
    }
}
