package se.tidig.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * A person's examination of the table's findings: each is upheld or set aside with a reason. The table proposes and
 * never decides. What 7 a and 7 b §§ describe is always answered here.
 */
@Service
@Transactional
public class ExaminationService {

    private final Applications applications;
    private final EligibilityRecords records;
    private final FindingAnswers answers;
    private final CaseJournal journal;
    private final Clock clock;

    ExaminationService(
            Applications applications,
            EligibilityRecords records,
            FindingAnswers answers,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.records = records;
        this.answers = answers;
        this.journal = journal;
        this.clock = clock;
    }

    /** The findings with the effect that no person has set aside. */
    public List<EligibilityFinding> open(Reference reference, EligibilityFinding.Effect effect) {
        var setAside = answers.setAside(reference);
        return records.get(reference).findings().stream()
                .filter(finding -> finding.effect() == effect && !setAside.contains(finding.code()))
                .toList();
    }

    /**
     * Stores the answers to all open findings with the effect.
     *
     * @param given by the finding's code
     * @throws Rejected if a finding has no answer, or the way on does not follow from the answers
     */
    public void examine(
            Reference reference, EligibilityFinding.Effect effect, Map<String, Given> given, Step step, Actor actor) {
        applications.lock(reference);
        var open = open(reference, effect);
        var found = new TreeMap<>(given);
        for (var finding : open) {
            var answer = found.remove(finding.code());
            if (answer == null || answer.position() == null) {
                throw new Rejected(
                        "findingAnswers", "Ta ställning till varje iakttagelse. Svar saknas för: " + finding.reason());
            }
            if (answer.reason() == null || answer.reason().isBlank()) {
                throw new Rejected(
                        "findingAnswers",
                        "Motivera varje ställningstagande. Motivering saknas för: " + finding.reason());
            }
        }
        if (!found.isEmpty()) {
            throw new Rejected(
                    "findingAnswers",
                    "Iakttagelsen " + found.firstKey() + " finns inte längre i ärendet. Öppna uppgiften på nytt.");
        }
        checkStep(given, step);
        given.forEach((code, answer) -> answers.add(
                reference, new FindingAnswer(code, answer.position(), answer.reason(), actor, clock.instant())));
        open.forEach(finding -> journal.note(reference, EventKind.EXAMINATION, actor, told(finding, given)));
    }

    private static void checkStep(Map<String, Given> given, Step step) {
        var upheld = given.values().stream().anyMatch(answer -> answer.position() == FindingAnswer.Position.UPHELD);
        if (step == Step.PROCEED && upheld) {
            throw new Rejected(
                    "examination",
                    "Ärendet kan inte prövas vidare när en grund står fast. Ändra ställningstagandet eller välj en"
                            + " annan väg.");
        }
        if (step == Step.UPHOLD && !upheld) {
            throw new Rejected(
                    "examination",
                    "Ingen grund står fast. Välj att pröva ärendet vidare, eller ändra ett ställningstagande.");
        }
    }

    private static String told(EligibilityFinding finding, Map<String, Given> given) {
        var answer = given.get(finding.code());
        return "%s (%s) %s: %s"
                .formatted(
                        finding.reason(), finding.paragraph(), answer.position().swedishName(), answer.reason());
    }

    /** A position with its reason. */
    public record Given(FindingAnswer.Position position, String reason) {}

    /** Where the case goes after the examination. */
    public enum Step {
        /** At least one ground is upheld: the case goes to a proposal. */
        UPHOLD,
        /** The applicant is asked to complete first. */
        COMPLETE,
        /** No ground is upheld: the check of the conditions continues. */
        PROCEED
    }
}
