package se.tidig.decision;

import java.util.Locale;

/** How a case at the board can end, in the words of förvaltningslagen and of the letters. */
public enum DecisionKind {
    GRANT("Bifall"),
    PARTIAL("Delvis bifall"),
    REFUSAL("Avslag"),
    REJECTION("Avvisning"),
    WRITE_OFF("Avskrivning");

    private final String swedishName;

    DecisionKind(String swedishName) {
        this.swedishName = swedishName;
    }

    public String swedishName() {
        return swedishName;
    }

    /** Whether money is granted. */
    public boolean isGrant() {
        return this == GRANT || this == PARTIAL;
    }

    /** Name of its letter in {@code forms/letters}. */
    public String letter() {
        return "decision-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
