package se.tidig.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * A person acts for an organisation.
 *
 * @param person the account's id, {@link ApplicantPerson#id()}
 * @param organisationNumber ten digits
 * @param position in the organisation, in the person's own words; null if it is not given
 */
public record Membership(
        UUID person, String organisationNumber, String organisationName, Right right, String position, Instant since) {

    /**
     * A person acts for an organisation no longer.
     *
     * @param email with which the person logs in
     * @param by name of the person who ended it
     */
    public record Ended(String organisationNumber, String email, String by) {}

    /** The organisation number in the usual form, 802000-0006. */
    public String writtenNumber() {
        return Organisation.written(organisationNumber);
    }
}
