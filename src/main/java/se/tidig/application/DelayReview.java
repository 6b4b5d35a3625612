package se.tidig.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.Rules;

/** When a person judges whether a decision will be late (11 § förvaltningslagen), by a row of {@code reminder-schedule}. */
@AsksTable(
        value = DelayReview.DECISION,
        facts = {"series", "number"},
        results = "days")
public final class DelayReview {

    public static final String DECISION = "reminder-schedule";

    private static final String SERIES = "DELAY_REVIEW";
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private DelayReview() {}

    /**
     * The moment, counted from the day on which decisions are announced.
     *
     * @throws IllegalStateException with a Swedish sentence where the table has no such row
     */
    static Instant at(LocalDate announced, Rules rules) {
        var rows = rules.decide(DECISION, Map.of("series", SERIES, "number", 1));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Tabellen %s saknar en rad för %s nummer 1. Lägg till den.".formatted(DECISION, SERIES));
        }
        var days = new BigDecimal(rows.get(0).get("days").toString()).longValueExact();
        return announced.plusDays(days).atTime(MORNING).atZone(SwedishDate.ZONE).toInstant();
    }
}
