package se.tidig.organisation;

import java.util.Optional;
import se.tidig.Luhn;

/**
 * The number of a legal person: ten digits, the first is the legal form's group and never 0, the third is at least 2 (so
 * that no personal number is taken for one), the last is a check digit.
 *
 * @param digits without a hyphen
 */
public record OrganisationNumber(String digits) {

    /** @throws IllegalArgumentException if the digits are no organisation number */
    public OrganisationNumber {
        if (!digits.matches("[1-9]\\d[2-9]\\d{7}") || !Luhn.holds(digits)) {
            throw new IllegalArgumentException("Not an organisation number: " + digits);
        }
    }

    /** Reads a number with or without a hyphen or space before the last four digits; empty if it is none. */
    public static Optional<OrganisationNumber> read(String text) {
        if (text == null || !text.strip().matches("\\d{6}[-  ]?\\d{4}")) {
            return Optional.empty();
        }
        var digits = text.replaceAll("\\D", "");
        try {
            return Optional.of(new OrganisationNumber(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
