package se.tidig.application.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.ExaminationService;
import se.tidig.application.FindingAnswer;
import se.tidig.application.FindingAnswers;
import se.tidig.application.OutcomeWords;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;

/** The findings of the check, and the rows that the forms of examination ask about. */
@Component
class FindingContent implements CaseContent {

    private static final Map<String, EligibilityFinding.Effect> EXAMINED = Map.of(
            "examine-rejection", EligibilityFinding.Effect.REJECT,
            "examine-refusal", EligibilityFinding.Effect.INELIGIBLE,
            "review-conditions", EligibilityFinding.Effect.REVIEW);

    private final EligibilityRecords records;
    private final FindingAnswers answers;
    private final ExaminationService examination;

    FindingContent(EligibilityRecords records, FindingAnswers answers, ExaminationService examination) {
        this.records = records;
        this.answers = answers;
        this.examination = examination;
    }

    record Found(
            String code,
            String label,
            String effect,
            String paragraph,
            String reason,
            String position,
            String motivation) {}

    record Examined(String code, String label, String paragraph, String reason) {}

    record Name(String label, String value) {}

    /**
     * @param result the code of the outcome
     * @param outcome its sentence, for forms of earlier bundles
     */
    record Eligibility(String result, String outcome) {}

    @Shows("findings")
    List<Found> findings(CaseTask task) {
        var given = answers.of(task.reference());
        return records.latest(task.reference()).map(EligibilityRecord::findings).orElse(List.of()).stream()
                .map(finding -> shown(finding, given.get(finding.code())))
                .toList();
    }

    private static Found shown(EligibilityFinding finding, FindingAnswer answer) {
        return new Found(
                finding.code(),
                finding.name(),
                finding.effect().swedishName(),
                finding.paragraph(),
                finding.reason(),
                answer == null ? "" : answer.position().swedishName(),
                answer == null ? "" : answer.reason());
    }

    /** The rows of the form of examination, each to be answered. */
    @Fills("findingAnswers")
    List<Examined> examined(CaseTask task) {
        var effect = EXAMINED.get(task.form());
        if (effect == null) {
            return List.of();
        }
        return examination.open(task.reference(), effect).stream()
                .map(finding -> new Examined(finding.code(), finding.name(), finding.paragraph(), finding.reason()))
                .toList();
    }

    /** The codes of the rows as options, so that a person reads the words and the code is submitted. */
    @Shows("findingNames")
    List<Name> names(CaseTask task) {
        return examined(task).stream()
                .map(row -> new Name(row.label(), row.code()))
                .toList();
    }

    @Shows("eligibility")
    Optional<Eligibility> eligibility(CaseTask task) {
        return records.latest(task.reference())
                .map(check -> new Eligibility(check.outcome(), OutcomeWords.swedish(check.outcome())));
    }
}
