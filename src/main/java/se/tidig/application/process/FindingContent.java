package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.EligibilityRecord;
import se.tidig.application.EligibilityRecords;
import se.tidig.application.Examination;
import se.tidig.application.FindingAnswer;
import se.tidig.application.FindingAnswers;
import se.tidig.application.Outcomes;
import se.tidig.eligibility.Finding;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;

/** What the check of conditions found, and the rows that the forms of examination ask about. */
@Component
@Shows({
    "findings: code, label, effect, paragraph, reason, position, motivation",
    "findingAnswers: code, label, paragraph, reason",
    "findingNames: label, value",
    "eligibility: outcome"
})
class FindingContent implements CaseContent {

    private static final Map<String, Finding.Effect> EXAMINED = Map.of(
            "examine-rejection", Finding.Effect.REJECT,
            "examine-refusal", Finding.Effect.INELIGIBLE,
            "review-conditions", Finding.Effect.REVIEW);

    private final EligibilityRecords records;
    private final FindingAnswers answers;
    private final Examination examination;

    FindingContent(EligibilityRecords records, FindingAnswers answers, Examination examination) {
        this.records = records;
        this.answers = answers;
        this.examination = examination;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return switch (key) {
            case "findings" -> findings(task.reference());
            case "findingAnswers" -> rows(task);
            case "findingNames" -> names(task);
            default ->
                records.latest(task.reference())
                        .map(check -> Map.of("outcome", Outcomes.swedish(check.outcome())))
                        .orElse(null);
        };
    }

    private List<Map<String, Object>> findings(String reference) {
        var given = answers.of(reference);
        return records.latest(reference).map(EligibilityRecord::findings).orElse(List.of()).stream()
                .map(finding -> shown(finding, given.get(finding.code())))
                .toList();
    }

    private static Map<String, Object> shown(Finding finding, FindingAnswer answer) {
        var row = new LinkedHashMap<String, Object>();
        row.put("code", finding.code());
        row.put("label", finding.name());
        row.put("effect", finding.effect().swedishName());
        row.put("paragraph", finding.paragraph());
        row.put("reason", finding.reason());
        row.put("position", answer == null ? "" : answer.position().swedishName());
        row.put("motivation", answer == null ? "" : answer.reason());
        return row;
    }

    /** The rows' codes in words: options, so that a person reads the word and the code comes back. */
    private List<Map<String, Object>> names(CaseTask task) {
        return rows(task).stream()
                .map(row -> Map.of("label", row.get("label"), "value", row.get("code")))
                .toList();
    }

    private List<Map<String, Object>> rows(CaseTask task) {
        var effect = EXAMINED.get(task.form());
        if (effect == null) {
            return List.of();
        }
        return examination.open(task.reference(), effect).stream()
                .map(finding -> Map.<String, Object>of(
                        "code", finding.code(),
                        "label", finding.name(),
                        "paragraph", finding.paragraph(),
                        "reason", finding.reason()))
                .toList();
    }
}
