package se.tidig.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.Applications;
import se.tidig.application.FindingAnswers;
import se.tidig.assessment.Assessment.Role;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.engine.CaseStage;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * Assesses an application: by one person, or by two who do not see each other's scores and who agree afterwards if
 * the scores differ.
 */
@Service
@Transactional
@AsksTable(
        value = "assessment-weights",
        stage = CaseStage.CHECKED,
        facts = "criterion",
        results = {"name", "weight", "floor", "highest", "paragraph"})
@AsksTable(
        value = "assessment-routing",
        stage = CaseStage.CHECKED,
        sends = Comparison.Compared.class,
        facts = "earlierReports=none|good|shortcomings",
        results = "route=SECOND|RECONCILE|DONE")
public class AssessmentService {

    private final Assessments assessments;
    private final AssessmentResults results;
    private final Applications applications;
    private final ApplicationProgressService progress;
    private final FindingAnswers answers;
    private final CaseJournal journal;
    private final Clock clock;

    AssessmentService(
            Assessments assessments,
            AssessmentResults results,
            Applications applications,
            ApplicationProgressService progress,
            FindingAnswers answers,
            CaseJournal journal,
            Clock clock) {
        this.assessments = assessments;
        this.results = results;
        this.applications = applications;
        this.progress = progress;
        this.answers = answers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Stores a person's own assessment, the first of the case or the second.
     *
     * @param rules the tables that the case keeps
     * @throws Rejected if the person has already assessed it, or two persons have, or a score is above the highest
     */
    public void assess(Reference reference, Actor assessor, Judgement judgement, RuleSet rules) {
        requireScores(judgement, rules);
        applications.lock(reference);
        var made = assessments.of(reference);
        if (made.stream().anyMatch(one -> one.assessor().equals(assessor))) {
            throw new Rejected("", "Du har redan bedömt ansökan. En annan person gör den andra bedömningen.");
        }
        if (made.size() > 1) {
            throw new Rejected("", "Ansökan är redan bedömd av två personer.");
        }
        add(reference, made.isEmpty() ? Role.FIRST : Role.SECOND, assessor, judgement);
    }

    /**
     * Stores the assessment that two persons have agreed on.
     *
     * @param rules the tables that the case keeps
     * @throws Rejected if there are no two assessments to reconcile, or a score is above the highest
     */
    public void reconcile(Reference reference, Actor person, Judgement judgement, RuleSet rules) {
        requireScores(judgement, rules);
        applications.lock(reference);
        if (assessments.of(reference).size() != 2) {
            throw new Rejected("", "Det finns inte två bedömningar att göra en gemensam av.");
        }
        add(reference, Role.RECONCILED, person, judgement);
    }

    /** The form has the same limit; the score is weighed by the table's. */
    private static void requireScores(Judgement judgement, RuleSet rules) {
        var weights = new Weights(rules);
        var refused = new LinkedHashMap<String, String>();
        judgement.scores().forEach((key, score) -> {
            weights.find(key)
                    .filter(criterion -> score.score() > criterion.highest())
                    .ifPresent(criterion -> refused.put(
                            "score" + key, "Ange ett heltal från 0 till %d.".formatted(criterion.highest())));
        });
        if (!refused.isEmpty()) {
            throw new Rejected(refused);
        }
    }

    private void add(Reference reference, Role role, Actor assessor, Judgement judgement) {
        var board = applications.get(reference).board();
        assessments.save(Assessment.of(reference, board, role, assessor, judgement, clock.instant()));
        journal.note(reference, EventKind.ASSESSMENT, assessor, role.swedishName() + " är gjord.");
    }

    /** Asks the table what comes next: SECOND, RECONCILE or DONE. */
    public String route(Reference reference, RuleSet rules) {
        var application = applications.get(reference);
        var compared = compare(reference, rules)
                .compared(application.requestedAmount(), answers.of(reference).size());
        var rows = rules.decide("assessment-routing", SentFacts.of(compared));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Tabellen assessment-routing gav inget svar för ärendet " + reference + ". Lägg till en rad.");
        }
        return (String) rows.get(0).get("route");
    }

    /**
     * The assessment is done: its result is recorded, and the application can be ranked.
     *
     * @return the weighed score, of 100
     */
    public BigDecimal conclude(Reference reference, RuleSet rules) {
        var comparison = compare(reference, rules);
        var version = results.find(reference).map(AssessmentResult::version).orElse(null);
        results.save(new AssessmentResult(
                reference,
                applications.get(reference).board(),
                comparison.score(),
                comparison.grounds(),
                clock.instant(),
                version));
        progress.assessed(reference);
        journal.note(
                reference,
                EventKind.ASSESSMENT,
                null,
                "Bedömningen är klar. Viktad poäng: %s av 100."
                        .formatted(comparison.score().toPlainString().replace('.', ',')));
        return comparison.score();
    }

    private Comparison compare(Reference reference, RuleSet rules) {
        var weights = new Weights(rules);
        var made = assessments.of(reference);
        if (made.isEmpty()) {
            throw new IllegalStateException("Ärendet " + reference + " har ingen bedömning. Bedöm ansökan först.");
        }
        made.forEach(assessment -> {
            assessment.weigh(weights);
            assessments.save(assessment);
        });
        return new Comparison(made, weights);
    }

    /** The assessments that count: the reconciled one, or all of them. */
    @Transactional(readOnly = true)
    public List<Assessment> standing(Reference reference) {
        return Comparison.standing(assessments.of(reference));
    }
}
