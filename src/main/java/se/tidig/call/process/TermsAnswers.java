package se.tidig.call.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.call.CallTerms;
import se.tidig.call.Earmark;
import se.tidig.form.Answers;

/** The terms of a call as the forms ask for them: days and times of day in Sweden, closing through its last second. */
final class TermsAnswers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TermsAnswers() {}

    static CallTerms read(Answers answers) {
        return new CallTerms(
                answers.text("title"),
                answers.text("description"),
                at(answers, "opensOn", "opensTime").toInstant(),
                lastInstant(answers),
                answers.money("frame").orElseThrow(),
                answers.money("maxPerApplication").orElse(null),
                answers.number("maxMonths").map(BigDecimal::intValueExact).orElse(null),
                answers.rows("earmarks").stream()
                        .map(row -> new Earmark((String) row.get("focusArea"), Sek.of((BigDecimal) row.get("amount"))))
                        .toList(),
                answers.choices("excludedCategories"),
                answers.text("guidance"),
                answers.date("decisionBy").orElseThrow(),
                answers.date("interimReportDue").orElse(null),
                answers.date("finalReportDue").orElseThrow(),
                answers.text("payingBoard"),
                answers.text("contact"));
    }

    /** The closing that the answers name: an application within its last second is in time. */
    static Instant lastInstant(Answers answers) {
        // When the clocks are put back, the later of the two instants is meant, so that applicants never lose time.
        return at(answers, "closesOn", "closesTime")
                .withLaterOffsetAtOverlap()
                .plusNanos(999_000_000)
                .toInstant();
    }

    private static ZonedDateTime at(Answers answers, String day, String time) {
        return LocalDate.parse(answers.text(day))
                .atTime(LocalTime.parse(answers.text(time).replace('.', ':')))
                .atZone(SwedishDate.ZONE);
    }

    /** The terms as the form's answers, for revision. */
    record Filled(
            String title,
            String description,
            LocalDate opensOn,
            String opensTime,
            LocalDate closesOn,
            String closesTime,
            Sek frame,
            Sek maxPerApplication,
            Integer maxMonths,
            List<FilledEarmark> earmarks,
            List<String> excludedCategories,
            String guidance,
            LocalDate decisionBy,
            LocalDate interimReportDue,
            LocalDate finalReportDue,
            String payingBoard,
            String contact) {}

    record FilledEarmark(String focusArea, Sek amount) {}

    static Filled write(CallTerms terms) {
        return new Filled(
                terms.title(),
                terms.description(),
                SwedishDate.on(terms.opensAt()),
                time(terms.opensAt()),
                SwedishDate.on(terms.closesAt()),
                time(terms.closesAt()),
                terms.frame(),
                terms.maxPerApplication(),
                terms.maxMonths(),
                terms.earmarks().stream()
                        .map(earmark -> new FilledEarmark(earmark.focusArea(), earmark.amount()))
                        .toList(),
                terms.excludedCategories(),
                terms.guidance(),
                terms.decisionBy(),
                terms.interimReportDue(),
                terms.finalReportDue(),
                terms.payingBoard(),
                terms.contact());
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(SwedishDate.ZONE));
    }
}
