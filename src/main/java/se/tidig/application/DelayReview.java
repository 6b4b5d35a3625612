package se.tidig.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.engine.CaseStage;

/**
 * Tells when a person judges whether a decision will be late (11 § förvaltningslagen), by two rows of {@code
 * reminder-schedule}.
 */
@AsksTable(
        value = DelayReview.DECISION,
        stage = CaseStage.RECEIVED,
        sends = DelayReview.Asked.class,
        facts = "series=DELAY_REVIEW",
        results = "days")
public final class DelayReview {

    public static final String DECISION = "reminder-schedule";

    private static final String SERIES = "DELAY_REVIEW";
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private DelayReview() {}

    record Asked(String series, int number) {}

    /**
     * The moment, counted from the day on which decisions are announced.
     *
     * @throws IllegalStateException with a Swedish sentence if the table has no such row
     */
    static Instant beforeAnnounced(LocalDate announced, RuleSet rules) {
        return at(announced, 1, rules);
    }

    /** The moment, counted from the day of receipt: used if no day is announced, or its review has passed. */
    static Instant afterReceived(LocalDate received, RuleSet rules) {
        return at(received, 2, rules);
    }

    private static Instant at(LocalDate day, int number, RuleSet rules) {
        var rows = rules.decide(DECISION, SentFacts.of(new Asked(SERIES, number)));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Tabellen %s saknar en rad för %s nummer %d. Lägg till den.".formatted(DECISION, SERIES, number));
        }
        var days = new BigDecimal(rows.get(0).get("days").toString()).longValueExact();
        return morningOf(day.plusDays(days));
    }

    static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(SwedishDate.ZONE).toInstant();
    }
}
