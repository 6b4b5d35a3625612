package se.tidig.decision;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import se.tidig.Reference;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.FindingAnswer;
import se.tidig.application.FindingAnswer.Position;
import se.tidig.application.FindingAnswers;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.EligibilityFinding.Effect;

/**
 * The findings that a decision rests on, as the applicant reads them (32 § FL): those that a person has upheld, and
 * those that lower the amount.
 */
@Service
public class GroundService {

    private final EligibilityRecords checks;
    private final FindingAnswers answers;

    GroundService(EligibilityRecords checks, FindingAnswers answers) {
        this.checks = checks;
        this.answers = answers;
    }

    /** A grant of the whole requested amount has no grounds. */
    public List<Decision.Ground> of(Reference reference, DecisionKind kind) {
        if (kind == DecisionKind.GRANT || kind == DecisionKind.WRITE_OFF) {
            return List.of();
        }
        var given = answers.of(reference);
        Predicate<EligibilityFinding> decides = finding -> position(given.get(finding.code())) == Position.UPHELD;
        Predicate<EligibilityFinding> lowers = finding ->
                finding.effect() == Effect.REDUCE && position(given.get(finding.code())) != Position.SET_ASIDE;
        var findings = checks.latest(reference).map(EligibilityRecord::findings).orElse(List.of());
        var nothingLeft = findings.stream()
                .anyMatch(decides.and(finding -> finding.code().equals(EligibilityFinding.NOTHING_LEFT)));
        var counts = kind == DecisionKind.PARTIAL ? lowers : nothingLeft ? decides.or(lowers) : decides;
        return findings.stream()
                .filter(counts)
                .map(finding -> new Decision.Ground(finding.paragraph(), told(finding, given.get(finding.code()))))
                .toList();
    }

    private static Position position(FindingAnswer answer) {
        return answer == null ? null : answer.position();
    }

    private static String told(EligibilityFinding finding, FindingAnswer answer) {
        return position(answer) == Position.UPHELD
                ? finding.decisionReason() + " " + answer.reason()
                : finding.decisionReason();
    }
}
