package se.tidig.application.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.AskedFindingService;
import se.tidig.application.Completion;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.timelimit.PublicHolidays;

/** What the applicant has been asked to complete, and what the board proposes to ask. */
@Component
class CompletionContent implements CaseContent {

    private final Completions completions;
    private final EligibilityRecords records;
    private final AskedFindingService asked;
    private final StaffRegister staff;
    private final Clock clock;

    CompletionContent(
            Completions completions,
            EligibilityRecords records,
            AskedFindingService asked,
            StaffRegister staff,
            Clock clock) {
        this.completions = completions;
        this.records = records;
        this.asked = asked;
        this.staff = staff;
        this.clock = clock;
    }

    record Request(
            String kind,
            String kindName,
            String text,
            LocalDate deadline,
            int round,
            String consequence,
            String provision,
            String decider,
            LocalDate decidedOn,
            boolean answered,
            String reason) {}

    record Proposal(String kind, String kindName, int roundsLeft, int days) {}

    record Draft(String completionText, LocalDate completionBy, String completionConsequence) {}

    @Shows("completion")
    Optional<Request> completion(CaseTask task) {
        return completions.latest(task.reference()).map(this::shown);
    }

    private Request shown(Completion completion) {
        return new Request(
                completion.kind().name(),
                completion.kind().swedishName(),
                completion.text(),
                completion.dueOn(),
                completion.round(),
                completion.consequence() == null ? "" : completion.consequence(),
                completion.provision(),
                staff.nameOf(completion.requestedBy()),
                SwedishDate.on(completion.requestedAt()),
                completion.isAnswered(),
                completion.outcomeReason());
    }

    @Shows("completionProposal")
    Optional<Proposal> proposal(CaseTask task) {
        return records.latest(task.reference())
                .map(EligibilityRecord::completion)
                .map(terms -> new Proposal(
                        terms.kind().name(), terms.kind().swedishName(), terms.roundsLeft(), terms.days()));
    }

    @Fills
    Optional<Draft> draft(CaseTask task) {
        return records.latest(task.reference())
                .map(check -> new Draft(
                        text(check),
                        PublicHolidays.weekdayFrom(SwedishDate.on(clock.instant())
                                .plusDays(check.completion().days())),
                        check.completion().consequence()));
    }

    private String text(EligibilityRecord check) {
        // The person who examines gets one text; the applicant gets another, which says what it concerns.
        return asked.of(check.reference(), check.findings(), check.completion().kind()).stream()
                .map(finding -> "– %s (%s)"
                        .formatted(
                                finding.effect() == EligibilityFinding.Effect.REVIEW
                                        ? finding.name()
                                        : finding.reason(),
                                finding.paragraph()))
                .collect(Collectors.joining("\n"));
    }
}
