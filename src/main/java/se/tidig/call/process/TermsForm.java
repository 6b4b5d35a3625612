package se.tidig.call.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.call.CallTerms;
import se.tidig.call.Earmark;
import se.tidig.form.Answers;

/** The terms of a call as the forms ask for them: days and times of day in Sweden, closing through its last second. */
final class TermsForm {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TermsForm() {}

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

    /** The closing that the answers name: what comes in within its second is in time. */
    static Instant lastInstant(Answers answers) {
        // Where the clocks are put back the later of the two is meant: never to the applicants' loss.
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

    /** The terms as the form's answers, to be revised. */
    static Map<String, Object> write(CallTerms terms) {
        var form = new LinkedHashMap<String, Object>();
        form.put("title", terms.title());
        form.put("description", terms.description());
        form.put("opensOn", day(terms.opensAt()));
        form.put("opensTime", time(terms.opensAt()));
        form.put("closesOn", day(terms.closesAt()));
        form.put("closesTime", time(terms.closesAt()));
        form.put("frame", terms.frame().amount());
        form.put(
                "maxPerApplication",
                terms.maxPerApplication() == null
                        ? null
                        : terms.maxPerApplication().amount());
        form.put("maxMonths", terms.maxMonths());
        form.put("earmarks", rows(terms.earmarks()));
        form.put("excludedCategories", terms.excludedCategories());
        form.put("guidance", terms.guidance());
        form.put("decisionBy", terms.decisionBy().toString());
        form.put(
                "interimReportDue",
                terms.interimReportDue() == null
                        ? null
                        : terms.interimReportDue().toString());
        form.put("finalReportDue", terms.finalReportDue().toString());
        form.put("payingBoard", terms.payingBoard());
        form.put("contact", terms.contact());
        return form;
    }

    private static List<Map<String, Object>> rows(List<Earmark> earmarks) {
        return earmarks.stream()
                .map(earmark -> Map.<String, Object>of(
                        "focusArea",
                        earmark.focusArea(),
                        "amount",
                        earmark.amount().amount()))
                .toList();
    }

    private static String day(Instant instant) {
        return SwedishDate.on(instant).toString();
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(SwedishDate.ZONE));
    }
}
