package se.tidig.register;

import java.util.Arrays;
import java.util.Optional;

/** What a case is, or what it has open. An application's case becomes a grant's when the grant is decided. */
public enum CaseKind {
    CALL("utlysning"),
    APPLICATION("ansokan"),
    GRANT("bidrag"),
    PAYMENT("utbetalning"),
    REPORT("redovisning"),
    CLAIM("aterkrav");

    private final String word;

    CaseKind(String word) {
        this.word = word;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** As it stands in the table. */
    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static CaseKind ofColumn(String text) {
        return valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }

    public static Optional<CaseKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
