package se.tidig.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.tidig.Luhn;
import se.tidig.organisation.OrganisationNumber;

/** The checks that a form may name in a component's custom property {@code check}. */
enum CustomCheck {
    /** {@link OrganisationNumber}, a hyphen before the last four digits allowed. */
    ORGANISATION_NUMBER(
            "organisationNumber",
            value -> value.toString().matches("\\d{6}-?\\d{4}")
                    && OrganisationNumber.read(value.toString()).isPresent()),

    /** Bankgiro (7 or 8 digits) or plusgiro (2 to 8 digits), the first not 0, the last a check digit. */
    GIRO(
            "giro",
            value -> value.toString().matches("[\\d][\\d -]*")
                    && digits(value).matches("[1-9]\\d{1,7}")
                    && Luhn.holds(digits(value))),

    /** Swedish kronor: not negative, at most two decimals, below a thousand billion. */
    MONEY(
            "money",
            value -> value instanceof BigDecimal amount
                    && amount.signum() >= 0
                    && amount.stripTrailingZeros().scale() <= 2
                    && amount.compareTo(BigDecimal.TEN.pow(12)) < 0);

    private final String id;
    private final Predicate<Object> check;

    CustomCheck(String id, Predicate<Object> check) {
        this.id = id;
        this.check = check;
    }

    boolean accepts(Object value) {
        return check.test(value);
    }

    String id() {
        return id;
    }

    static Optional<CustomCheck> byName(String id) {
        return Arrays.stream(values()).filter(check -> check.id.equals(id)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(CustomCheck::id).collect(Collectors.joining(", "));
    }

    private static String digits(Object value) {
        return value.toString().replaceAll("[ -]", "");
    }
}
