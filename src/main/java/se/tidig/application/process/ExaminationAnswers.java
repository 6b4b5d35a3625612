package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.ExaminationService;
import se.tidig.application.FindingAnswer;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;

/** Handles the answers of the three forms in which findings are examined. */
@Component
class ExaminationAnswers {

    private final ExaminationService examination;

    ExaminationAnswers(ExaminationService examination) {
        this.examination = examination;
    }

    /** @return the routing values */
    Map<String, Object> accept(CaseTask task, Answers answers, EligibilityFinding.Effect effect) {
        var given = new LinkedHashMap<String, ExaminationService.Given>();
        answers.rows("findingAnswers")
                .forEach(row -> given.put(
                        (String) row.get("code"),
                        new ExaminationService.Given(position(row.get("position")), (String) row.get("motivation"))));
        var step = step(answers.text("examination"));
        examination.examine(task.reference(), effect, given, step, task.actor());
        return Map.of(
                "examination", step.name().toLowerCase(Locale.ROOT),
                "externalMaterial", ExternalMaterial.of(task, answers));
    }

    private static FindingAnswer.Position position(Object value) {
        return value == null ? null : FindingAnswer.Position.valueOf((String) value);
    }

    private static ExaminationService.Step step(String value) {
        if (value == null) {
            throw new Rejected("examination", "Välj hur ärendet ska gå vidare.");
        }
        return ExaminationService.Step.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
