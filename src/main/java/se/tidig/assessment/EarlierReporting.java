package se.tidig.assessment;

import java.util.Arrays;

/** What the applicant's reports of earlier grants show (12 § second paragraph), by the values of form and table. */
public enum EarlierReporting {
    NONE("none"),
    GOOD("good"),
    SHORTCOMINGS("shortcomings");

    private final String value;

    EarlierReporting(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /** @throws IllegalArgumentException for a value that the form does not have */
    public static EarlierReporting of(String value) {
        return Arrays.stream(values())
                .filter(reports -> reports.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Okänt svar om tidigare redovisningar: " + value));
    }
}
