package se.tidig.timelimit;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.RuleSet;
import se.tidig.timelimit.TimeLimit.Unit;

/**
 * The times from the table {@code time-limits} as it reads today, because what the law allows does not depend on when a
 * case was opened. A last day that somebody has been told is stored with what they were told.
 */
@Component
@AsksTable(
        value = TimeLimitsTable.DECISION,
        facts = "limit=DECISION_DEMAND|DEMAND_ANSWER|DEMAND_WARNING|HEARING_REPLY|COMPLETION_EXTENSION|"
                + "REPORT_COMPLETION|REPORT_EXTENSION|PAYMENT_TRACE|NEXT_PRICE_BASE",
        results = {"number", "unit=DAYS|BANK_DAYS|WEEKS|MONTHS", "paragraph"})
public class TimeLimitsTable {

    public static final String DECISION = "time-limits";

    private final DisplayRuleSource tables;

    TimeLimitsTable(DisplayRuleSource tables) {
        this.tables = tables;
    }

    /** What has a time. Each name has a row in the table. */
    public enum Limit {
        /** How long a case may take before the applicant may demand a decision. */
        DECISION_DEMAND,
        /** How long the board has from the demand. */
        DEMAND_ANSWER,
        /** How long before that time ends the head of unit is told. */
        DEMAND_WARNING,
        /** The proposed time for the party's comments. */
        HEARING_REPLY,
        /** The proposed extra time for a completion by the applicant. */
        COMPLETION_EXTENSION,
        /** The proposed time for the recipient to complete its report. */
        REPORT_COMPLETION,
        /** The proposed extra time for a report that has not come. */
        REPORT_EXTENSION,
        /** How long a payment may be without an answer before a person traces it. */
        PAYMENT_TRACE,
        /** How long before a new year the year's prisbasbelopp must be in the tables. */
        NEXT_PRICE_BASE
    }

    /** @throws RuleError with a Swedish sentence, if the table has no row for the name */
    public TimeLimit of(Limit limit) {
        return of(limit, tables.current(DECISION));
    }

    /**
     * @throws RuleError with a Swedish sentence, if the table has no row for the name or the row cannot be used for
     *     counting
     */
    static TimeLimit of(Limit limit, RuleSet rules) {
        var rows = rules.decide(DECISION, Map.of("limit", limit.name()));
        if (rows.isEmpty()) {
            throw new RuleError("Tabellen %s saknar en rad för %s. Lägg till den.".formatted(DECISION, limit));
        }
        var row = rows.get(0);
        try {
            return new TimeLimit(
                    new BigDecimal(String.valueOf(row.get("number"))).intValueExact(),
                    Unit.valueOf(String.valueOf(row.get("unit"))),
                    (String) row.get("paragraph"));
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            throw new RuleError(
                    "Raden för %s i tabellen %s ska ha ett heltal och en av enheterna DAYS, BANK_DAYS, WEEKS och MONTHS. Rätta den."
                            .formatted(limit, DECISION),
                    wrong);
        }
    }
}
