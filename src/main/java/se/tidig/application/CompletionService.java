package se.tidig.application;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Asks applicants to complete their applications: informally first, then by an order (20 and 23 §§ FL). */
@Service
@Transactional
public class CompletionService {

    private final Applications applications;
    private final Completions completions;
    private final EligibilityRecords records;
    private final AskedFindingService asked;
    private final CaseJournal journal;
    private final Clock clock;

    CompletionService(
            Applications applications,
            Completions completions,
            EligibilityRecords records,
            AskedFindingService asked,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.completions = completions;
        this.records = records;
        this.asked = asked;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Rejected if the day has passed, or an order does not state its consequence */
    public Completion request(Reference reference, Completion.Request request) {
        checkDay("completionBy", request.dueOn());
        if (request.kind() == CompletionKind.ORDER
                && (request.consequence() == null || request.consequence().isBlank())) {
            throw new Rejected("completionConsequence", LegalTexts.of("order.noConsequence"));
        }
        var application = applications.lock(reference);
        application.awaitCompletion();
        applications.save(application);
        var round = completions.of(reference).size() + 1;
        var completion = completions.save(
                Completion.requested(application, round, request, about(reference, request.kind()), clock.instant()));
        var order = completion.kind() == CompletionKind.ORDER;
        journal.note(
                reference,
                order ? EventKind.COMPLETION_ORDER : EventKind.COMPLETION_REQUEST,
                request.actor(),
                "%s Sista svarsdag: %s.%s"
                        .formatted(
                                completion.text(),
                                SwedishDate.text(completion.dueOn()),
                                order ? " " + completion.consequence() : ""));
        return completion;
    }

    /** Gives the applicant more time; the number of rounds stays. */
    public Completion extend(Reference reference, LocalDate day, String reason, Actor actor) {
        checkDay("newCompletionBy", day);
        applications.lock(reference);
        var completion = latest(reference);
        if (!day.isAfter(completion.dueOn())) {
            throw new Rejected(
                    "newCompletionBy",
                    "Ange en dag efter den tidigare sista dagen, " + SwedishDate.text(completion.dueOn()) + ".");
        }
        completion.extend(day, reason);
        journal.note(
                reference,
                EventKind.COMPLETION_REQUEST,
                actor,
                "Tiden förlängd till %s. %s".formatted(SwedishDate.text(day), reason));
        return completions.save(completion);
    }

    /** The time is over and the application is judged as it is; an answer may have come in meanwhile. */
    public void letStand(Reference reference, String reason, Actor actor) {
        applications.lock(reference);
        var completion = latest(reference);
        if (completion.isOpen()) {
            completion.expired(clock.instant(), reason);
            completions.save(completion);
        }
        journal.note(reference, EventKind.COMPLETION_EXPIRED, actor, reason);
    }

    /** The answer to the latest request; the case's row stays locked until the transaction ends. */
    public AwaitedAnswer ask(Reference reference) {
        applications.lock(reference);
        return completions
                .latest(reference)
                .map(asked -> new AwaitedAnswer(asked.isAnswered(), asked.deadline()))
                .orElse(new AwaitedAnswer(true, null));
    }

    private Completion latest(Reference reference) {
        return completions
                .latest(reference)
                .orElseThrow(() ->
                        new IllegalStateException("Ärendet " + reference + " har ingen begäran om komplettering."));
    }

    private Completion.About about(Reference reference, CompletionKind kind) {
        var findings = asked.of(reference, records.get(reference).findings(), kind);
        return new Completion.About(
                findings.stream().map(EligibilityFinding::code).toList(),
                kind == CompletionKind.ORDER ? asked.provision(findings) : null);
    }

    private void checkDay(String key, LocalDate day) {
        if (!day.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected(key, "Ange en dag senare än i dag, så att sökanden hinner svara.");
        }
    }
}
