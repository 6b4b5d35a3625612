package se.tidig.application;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.Rules;
import se.tidig.call.Calls;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.OverdueClaims;

/** Checks the conditions of an application: gathers the facts, asks the table, stores both. */
@Service
@Transactional
public class EligibilityReview {

    private final Applications applications;
    private final Calls calls;
    private final Completions completions;
    private final FindingAnswers answers;
    private final OverdueClaims overdueClaims;
    private final EligibilityRecords records;
    private final CaseJournal journal;
    private final Clock clock;

    EligibilityReview(
            Applications applications,
            Calls calls,
            Completions completions,
            FindingAnswers answers,
            OverdueClaims overdueClaims,
            EligibilityRecords records,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.completions = completions;
        this.answers = answers;
        this.overdueClaims = overdueClaims;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @return the outcome: REJECT, COMPLETION, INELIGIBLE, REVIEW or ELIGIBLE
     * @throws se.tidig.eligibility.FactError where a fact is absent or of the wrong type; it names case and fact
     */
    public String check(String reference, Rules rules, EligibilityRecord.TableVersion table) {
        var application = applications.lock(reference);
        var terms = CompletionTerms.of(rules, completions.of(reference).size());
        var facts = facts(application, terms);
        var result = new EligibilityCheck(rules).check(reference, facts);
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
                terms));
        application.reviewed();
        applications.save(application);
        journal.note(
                reference,
                EventKind.ELIGIBILITY,
                null,
                "%s %d iakttagelser. Högsta möjliga bidrag %s."
                        .formatted(
                                Outcomes.swedish(result.outcome().name()),
                                result.findings().size(),
                                Sek.of(result.maxGrant())));
        return result.outcome().name();
    }

    /** What the applicant answered, and what the system knows. */
    private Map<String, Object> facts(Application application, CompletionTerms terms) {
        var call = calls.get(application.call());
        var reference = application.reference();
        var facts = new LinkedHashMap<>(application.answers());
        facts.put(
                "receivedAt", application.receivedAt().atZone(SwedishDate.ZONE).toOffsetDateTime());
        facts.put("closesAt", call.closesAt().atZone(SwedishDate.ZONE).toOffsetDateTime());
        facts.put(
                "overdueRecovery",
                overdueClaims.anyAgainst(application.organisationNumber(), SwedishDate.on(clock.instant())));
        facts.put("completionOrdered", ordered(reference));
        facts.put("completionRoundsLeft", terms.roundsLeft());
        facts.put(
                "maxPerApplication",
                call.maxPerApplication() == null
                        ? null
                        : call.maxPerApplication().amount());
        facts.put("maxMonths", call.maxMonths());
        facts.put("excludedCategories", call.excludedCategories());
        facts.put("setAside", answers.setAside(reference));
        return facts;
    }

    private List<String> ordered(String reference) {
        var now = clock.instant();
        return completions.of(reference).stream()
                .filter(completion -> completion.hasRunOutAsOrder(now))
                .flatMap(completion -> completion.codes().stream())
                .distinct()
                .toList();
    }
}
