package se.tidig.organisation;

import se.tidig.Luhn;

/**
 * A bankgiro or plusgiro account. A valid number does not tell who owns the account; a person verifies that at the
 * first use and at every change.
 *
 * @param kind bankgiro or plusgiro
 * @param digits the number without separators: 7–8 digits for bankgiro, 2–8 for plusgiro, the first not 0, the last a
 *     check digit
 */
public record Giro(Kind kind, String digits) {

    /** The two giro systems. */
    public enum Kind {
        BANKGIRO,
        PLUSGIRO
    }

    /** @throws IllegalArgumentException with a Swedish sentence, if the number is invalid */
    public Giro {
        digits = digits == null ? "" : digits.replaceAll("[\\s\u00a0-]", "");
        var lengths = kind == Kind.BANKGIRO ? "[0-9]{7,8}" : "[0-9]{2,8}";
        if (!digits.matches(lengths)) {
            throw new IllegalArgumentException(
                    kind == Kind.BANKGIRO
                            ? "Ett bankgironummer har sju eller åtta siffror. Kontrollera numret."
                            : "Ett plusgironummer har två till åtta siffror. Kontrollera numret.");
        }
        if (digits.startsWith("0")) {
            throw new IllegalArgumentException("Ett gironummer börjar inte med en nolla. Kontrollera numret.");
        }
        if (!Luhn.holds(digits)) {
            throw new IllegalArgumentException("Kontrollsiffran i gironumret stämmer inte. Kontrollera numret.");
        }
    }

    /** Reads {@code bankgiro 123-4566} or {@code plusgiro 12 34 56-6}, as {@link #toString} writes it. */
    public static Giro parse(String text) {
        var plusgiro = text.strip().toLowerCase().startsWith("plusgiro");
        return new Giro(plusgiro ? Kind.PLUSGIRO : Kind.BANKGIRO, text.replaceAll("(?i)(bank|plus)giro", ""));
    }

    /** The number as it is printed: {@code 123-4566}, {@code 12 34 56-6}. */
    public String number() {
        if (kind == Kind.BANKGIRO) {
            return digits.substring(0, digits.length() - 4) + "-" + digits.substring(digits.length() - 4);
        }
        var body = new StringBuilder(digits.substring(0, digits.length() - 1));
        for (int i = body.length() - 2; i > 0; i -= 2) {
            body.insert(i, ' ');
        }
        return body + "-" + digits.charAt(digits.length() - 1);
    }

    @Override
    public String toString() {
        return (kind == Kind.BANKGIRO ? "bankgiro " : "plusgiro ") + number();
    }
}
