package se.tidig.organisation;

import java.util.UUID;

/**
 * A person who acts for applicants in the portal.
 *
 * @param email in lower case, used to log in
 * @param password hash; never the password itself
 */
public record ApplicantPerson(UUID id, String email, String name, String password) {}
