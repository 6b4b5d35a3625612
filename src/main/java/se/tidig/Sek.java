package se.tidig;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** An amount of money in Swedish kronor with two decimals (öre); never null, may be negative as a difference. */
public record Sek(BigDecimal amount) implements Comparable<Sek> {

    public static final Sek ZERO = new Sek(BigDecimal.ZERO);

    /** Rejects more than two decimals: an amount finer than öre is an input error and is never rounded silently. */
    public Sek {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Sek of(BigDecimal amount) {
        return new Sek(amount);
    }

    public static Sek of(long kronor) {
        return new Sek(BigDecimal.valueOf(kronor));
    }

    public Sek plus(Sek other) {
        return new Sek(amount.add(other.amount));
    }

    public Sek minus(Sek other) {
        return new Sek(amount.subtract(other.amount));
    }

    public Sek min(Sek other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The percentage of the amount in whole kronor, rounded down, so that the parts never exceed the whole. */
    public Sek percent(BigDecimal percent) {
        return new Sek(amount.multiply(percent).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN));
    }

    @Override
    public int compareTo(Sek other) {
        return amount.compareTo(other.amount);
    }

    /** As Swedish text: {@code 181 500 kr}, with öre only if there are any; the spaces are non-breaking. */
    @Override
    public String toString() {
        var symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag("sv-SE"));
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign('\u2212');
        var whole = amount.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols).format(amount) + "\u00a0kr";
    }
}
