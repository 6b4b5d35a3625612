package se.tidig.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import se.tidig.Sek;
import se.tidig.form.Answers;

/** Sums and texts read from the answers of a report. */
public record ReportSummary(Answers answers) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Costs that the grant has covered, SEK. */
    public Sek used() {
        return costs().stream().map(row -> amount(row, "outcome")).reduce(Sek.ZERO, Sek::plus);
    }

    /** Unused money according to the recipient, SEK. */
    public Sek unused() {
        return answers.has("unusedAmount") ? Sek.of(number(answers.values().get("unusedAmount"))) : Sek.ZERO;
    }

    /** Other public money for the same costs, SEK (6 §). */
    public Sek otherFunding() {
        return answers.has("otherFunding") ? Sek.of(number(answers.values().get("otherFunding"))) : Sek.ZERO;
    }

    /** The largest difference between budget and outcome of a line, in percent of the budget. */
    BigDecimal largestDeviation() {
        return costs().stream()
                .map(ReportSummary::deviation)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** Occasions held, in percent of those planned; 100 if none was planned. */
    BigDecimal occasionsHeld() {
        var planned = total("plannedOccasions");
        return planned.signum() == 0 ? HUNDRED : percent(total("actualOccasions"), planned);
    }

    /** The number of persons that the report gives under the key; empty if it gives none. */
    OptionalLong persons(String key) {
        return answers.has(key)
                ? OptionalLong.of(number(answers.values().get(key)).longValue())
                : OptionalLong.empty();
    }

    /** The answer to a question as a text; an empty one if there is no answer. */
    public String text(String question) {
        return Objects.toString(answers.values().get(question), "");
    }

    private List<Map<String, Object>> costs() {
        return answers.rows("costs");
    }

    private BigDecimal total(String key) {
        return answers.rows("activities").stream()
                .map(row -> number(row.get(key)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal deviation(Map<String, Object> row) {
        var budgeted = number(row.get("budgeted"));
        var difference = number(row.get("outcome")).subtract(budgeted).abs();
        if (budgeted.signum() == 0) {
            return difference.signum() == 0 ? BigDecimal.ZERO : HUNDRED;
        }
        return percent(difference, budgeted);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP);
    }

    /** An amount of a row, SEK; zero if it is not answered. */
    public static Sek amount(Map<String, Object> row, String key) {
        return Sek.of(number(row.get(key)));
    }

    private static BigDecimal number(Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
