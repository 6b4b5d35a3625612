package se.tidig.application.process;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Asked;
import se.tidig.application.Completion;
import se.tidig.application.CompletionTerms;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.eligibility.Finding;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.timelimit.PublicHolidays;

/** What the applicant has been asked to complete, and what the board proposes to ask. */
@Component
@Shows({
    "completion: kind, kindName, text, deadline, round, consequence, provision, decider, decidedOn, answered, reason",
    "completionProposal: kind, kindName, roundsLeft, days",
    "completionText",
    "completionBy",
    "completionConsequence"
})
class CompletionContent implements CaseContent {

    private final Completions completions;
    private final EligibilityRecords records;
    private final Asked asked;
    private final StaffRegister staff;
    private final Clock clock;

    CompletionContent(
            Completions completions, EligibilityRecords records, Asked asked, StaffRegister staff, Clock clock) {
        this.completions = completions;
        this.records = records;
        this.asked = asked;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public Object read(String key, CaseTask task) {
        if (key.equals("completion")) {
            return completions.latest(task.reference()).map(this::shown).orElse(null);
        }
        var check = records.latest(task.reference()).orElse(null);
        if (check == null) {
            return null;
        }
        return switch (key) {
            case "completionProposal" -> proposal(check.completion());
            case "completionText" -> text(check);
            case "completionBy" ->
                PublicHolidays.weekdayFrom(SwedishDate.on(clock.instant())
                                .plusDays(check.completion().days()))
                        .toString();
            default -> check.completion().consequence();
        };
    }

    private Map<String, Object> shown(Completion completion) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", completion.kind().name());
        shown.put("kindName", completion.kind().swedishName());
        shown.put("text", completion.text());
        shown.put("deadline", SwedishDate.text(completion.dueOn()));
        shown.put("round", completion.round());
        shown.put("consequence", completion.consequence() == null ? "" : completion.consequence());
        shown.put("provision", completion.provision());
        shown.put("decider", staff.nameOf(completion.requestedBy()));
        shown.put("decidedOn", SwedishDate.text(SwedishDate.on(completion.requestedAt())));
        shown.put("answered", completion.isAnswered());
        shown.put("reason", completion.outcomeReason());
        return shown;
    }

    private static Map<String, Object> proposal(CompletionTerms terms) {
        return Map.of(
                "kind", terms.kind().name(),
                "kindName", terms.kind().swedishName(),
                "roundsLeft", terms.roundsLeft(),
                "days", terms.days());
    }

    private String text(EligibilityRecord check) {
        // What a person is still to examine is said to that person; the applicant is told what it concerns.
        return asked.of(check.reference(), check.findings(), check.completion().kind()).stream()
                .map(finding -> "– %s (%s)"
                        .formatted(
                                finding.effect() == Finding.Effect.REVIEW ? finding.name() : finding.reason(),
                                finding.paragraph()))
                .collect(Collectors.joining("\n"));
    }
}
