package se.tidig.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.engine.CaseStage;
import se.tidig.timelimit.PeriodEnd;

/**
 * Tells when a recipient who has not answered is reminded, and when a person takes over, by the table {@code
 * reminder-schedule}.
 */
@Component
@AsksTable(
        value = "reminder-schedule",
        stage = CaseStage.DECIDED,
        sends = ReminderScheduleTable.Asked.class,
        facts = "series=CONFIRMATION|REPORT",
        results = {"days", "step=REMIND|OVERDUE|ESCALATE"})
public class ReminderScheduleTable {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Clock clock;

    ReminderScheduleTable(Clock clock) {
        this.clock = clock;
    }

    record Asked(String series, int number) {}

    /** What happens when a reminder is due. */
    public enum Step {
        /** The recipient is reminded. */
        REMIND,
        /** The recipient is told that the day has passed. */
        OVERDUE,
        /** A person takes over. */
        ESCALATE
    }

    /**
     * @param number the place of the reminder in the series, from 1
     * @param step what to do
     * @param at when
     */
    public record Reminder(int number, Step step, Instant at) {}

    /**
     * The next reminder of the series after those already sent. If several are due, only the latest is sent, so that
     * nobody gets two letters on one day.
     *
     * @param series {@code CONFIRMATION} or {@code REPORT}
     * @param from the day that the table counts from; if it is free, days after it are counted from the next weekday
     * @throws GrantRefused if the table has no row
     */
    public Reminder next(String series, LocalDate from, int sent, RuleSet rules) {
        var now = clock.instant();
        var next = row(series, sent + 1, from, rules);
        while (next.step() != Step.ESCALATE && !next.at().isAfter(now)) {
            var later = row(series, next.number() + 1, from, rules);
            if (later.at().isAfter(now) || later.step() == Step.ESCALATE) {
                break;
            }
            next = later;
        }
        return next;
    }

    private static Reminder row(String series, int number, LocalDate from, RuleSet rules) {
        var rows = rules.decide("reminder-schedule", SentFacts.of(new Asked(series, number)));
        if (rows.isEmpty()) {
            throw new GrantRefused("Tabellen reminder-schedule saknar en rad för " + series + " nummer " + number
                    + ". Lägg till den.");
        }
        var row = rows.get(0);
        var days = ((Number) row.get("days")).longValue();
        var day = (days > 0 ? PeriodEnd.on(from).last() : from).plusDays(days);
        return new Reminder(
                number,
                Step.valueOf((String) row.get("step")),
                day.atTime(MORNING).atZone(SwedishDate.ZONE).toInstant());
    }
}
