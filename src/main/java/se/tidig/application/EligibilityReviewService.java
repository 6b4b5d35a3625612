package se.tidig.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Count;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.eligibility.Eligibility;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Facts;
import se.tidig.engine.CaseFacts;
import se.tidig.form.FormSchema;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;

/** Checks the conditions of an application: gathers the facts, asks the table, stores both. */
@Service
@Transactional
public class EligibilityReviewService {

    private final Applications applications;
    private final Calls calls;
    private final Completions completions;
    private final FindingAnswers answers;
    private final AskedFindingService asked;
    private final ConfirmationService confirmations;
    private final TaskFacts tasks;
    private final OverdueClaims overdueClaims;
    private final EligibilityRecords records;
    private final CaseJournal journal;
    private final Clock clock;

    EligibilityReviewService(
            Applications applications,
            Calls calls,
            Completions completions,
            FindingAnswers answers,
            AskedFindingService asked,
            ConfirmationService confirmations,
            TaskFacts tasks,
            OverdueClaims overdueClaims,
            EligibilityRecords records,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.completions = completions;
        this.answers = answers;
        this.asked = asked;
        this.confirmations = confirmations;
        this.tasks = tasks;
        this.overdueClaims = overdueClaims;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @return the outcome: REJECT, COMPLETION, INELIGIBLE, REVIEW or ELIGIBLE
     * @throws se.tidig.eligibility.FactError if a fact is absent or of the wrong type; it names case and fact
     */
    public String check(Reference reference, RuleSet rules, EligibilityRecord.TableVersion table) {
        var application = applications.lock(reference);
        var rounds = completions.of(reference).size();
        // The number of rounds left does not depend on what is missing, but the kind of the next does.
        var terms = CompletionTerms.of(rules, rounds, false);
        var facts = facts(application, rules, terms);
        var result = new EligibilityCheck(rules).check(reference.value(), facts);
        records.add(new EligibilityRecord(
                reference,
                clock.instant(),
                facts,
                result.findings(),
                result.outcome().name(),
                Sek.of(result.maxGrant()),
                Sek.of(result.eligibleCost()),
                table,
                result.matched(),
                CompletionTerms.of(rules, rounds, asked.anyHinders(asked.of(reference, result.findings())))));
        application.reviewed();
        applications.save(application);
        journal.note(
                reference,
                EventKind.ELIGIBILITY,
                null,
                "%s %s. Högsta möjliga bidrag %s."
                        .formatted(
                                OutcomeWords.swedish(result.outcome().name()),
                                Count.of(result.findings().size(), "iakttagelse", "iakttagelser"),
                                Sek.of(result.maxGrant())));
        return result.outcome().name();
    }

    /**
     * What the table would find of an application that came in now. Nothing is stored, and no case is opened.
     *
     * @param organisation organisation number, ten digits
     * @param answers by the keys of the form, each as the form takes it
     * @throws se.tidig.eligibility.FactError if an answer is of the wrong type
     */
    @Transactional(readOnly = true)
    public Eligibility foresee(Reference call, String organisation, Map<String, Object> answers, RuleSet rules) {
        var terms = CompletionTerms.of(rules, 0, false);
        var known = calls.get(call);
        var facts =
                facts(known, organisation, EmptyRowFilter.withoutEmpty(answers), EligibilityCheck.form(rules), terms);
        facts.put("receivedAt", clock.instant().atZone(SwedishDate.ZONE).toOffsetDateTime());
        facts.put("closesAt", known.inTimeUntil().atZone(SwedishDate.ZONE).toOffsetDateTime());
        facts.put("completionOrdered", List.of());
        return new EligibilityCheck(rules).check(call.value(), facts);
    }

    /** The answers of the applicant and of the case's tasks, and what the system knows. */
    private Map<String, Object> facts(Application application, RuleSet rules, CompletionTerms terms) {
        var form = EligibilityCheck.form(rules);
        var call = calls.get(application.call());
        var reference = application.reference();
        var facts = facts(call, application.organisationNumber(), application.answers(), form, terms);
        facts.putAll(answeredInTasks(reference, form, rules));
        facts.put(
                "receivedAt", application.receivedAt().atZone(SwedishDate.ZONE).toOffsetDateTime());
        var inTimeUntil = application.lateReason() == null ? call.inTimeUntil() : call.closesAt();
        facts.put("closesAt", inTimeUntil.atZone(SwedishDate.ZONE).toOffsetDateTime());
        facts.put("completionOrdered", ordered(reference));
        facts.put("confirmationAsked", confirmations.open(reference).stream().anyMatch(Confirmation::isOfApplication));
        facts.put("applicationConfirmed", confirmations.isApplicationConfirmed(reference));
        facts.put("setAside", answers.setAside(reference));
        return facts;
    }

    /** The answers, and what is known of the call and of the organisation. */
    private Map<String, Object> facts(
            Call call, String organisation, Map<String, Object> given, FormSchema form, CompletionTerms terms) {
        var facts = new LinkedHashMap<>(Facts.answered(form, given));
        var claims = overdueClaims.against(organisation, SwedishDate.on(clock.instant()));
        facts.put("overdueRecovery", !claims.isEmpty());
        facts.put(
                "overdueClaims",
                claims.stream().map(EligibilityReviewService::claim).toList());
        facts.put("completionRoundsLeft", terms.roundsLeft());
        facts.put(
                "maxPerApplication",
                call.maxPerApplication() == null
                        ? null
                        : call.maxPerApplication().amount());
        facts.put("maxMonths", call.maxMonths());
        // No line has a kind of cost that the case's form does not offer.
        facts.put(
                "excludedCategories",
                call.excludedCategories().stream()
                        .filter(Facts.categories(form)::contains)
                        .toList());
        return facts;
    }

    /** Those that the table names, so that what a check was based on is stored with it. */
    private Map<String, Object> answeredInTasks(Reference reference, FormSchema form, RuleSet rules) {
        var named = rules.words(EligibilityCheck.DECISION);
        var answered = new LinkedHashMap<String, Object>();
        tasks.all(reference).keySet().stream()
                .filter(question -> named.contains(question) && !form.asks(question))
                .forEach(question -> tasks.find(reference, question)
                        .map(CaseFacts.Fact::value)
                        .ifPresent(value -> answered.put(question, value)));
        return answered;
    }

    private static Map<String, Object> claim(OverdueClaim claim) {
        var fact = new LinkedHashMap<String, Object>();
        fact.put("board", Board.valueOf(claim.board()).swedishName());
        fact.put("amount", claim.amount().amount());
        fact.put("decidedOn", Objects.toString(claim.decidedOn(), null));
        fact.put("due", claim.dueOn().toString());
        return fact;
    }

    private List<String> ordered(Reference reference) {
        var now = clock.instant();
        return completions.of(reference).stream()
                .filter(completion -> completion.hasRunOutAsOrder(now))
                .flatMap(completion -> completion.codes().stream())
                .distinct()
                .toList();
    }
}
