package se.tidig.assessment;

import java.util.Arrays;

/** What the applicant's reports of earlier grants show (12 § second paragraph), by the values of form and table. */
public enum EarlierReporting {
    NONE("none", "Inga tidigare redovisningar"),
    GOOD("good", "Utan anmärkning"),
    SHORTCOMINGS("shortcomings", "Brister");

    private final String value;
    private final String swedishName;

    EarlierReporting(String value, String swedishName) {
        this.value = value;
        this.swedishName = swedishName;
    }

    public String value() {
        return value;
    }

    public String swedishName() {
        return swedishName;
    }

    /** @throws IllegalArgumentException for a value that the form does not have */
    public static EarlierReporting of(String value) {
        return Arrays.stream(values())
                .filter(reports -> reports.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Okänt svar om tidigare redovisningar: " + value));
    }
}
