package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.Examination;
import se.tidig.application.FindingAnswer;
import se.tidig.eligibility.Finding;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;

/** Takes the answers of the three forms in which findings are examined. */
@Component
class ExaminationAnswers {

    private final Examination examination;

    ExaminationAnswers(Examination examination) {
        this.examination = examination;
    }

    /** @return the routing values */
    Map<String, Object> accept(CaseTask task, Answers answers, Finding.Effect effect) {
        var given = new LinkedHashMap<String, Examination.Given>();
        answers.rows("findingAnswers")
                .forEach(row -> given.put(
                        (String) row.get("code"),
                        new Examination.Given(position(row.get("position")), (String) row.get("motivation"))));
        var step = step(answers.text("examination"));
        examination.examine(task.reference(), effect, given, step, task.actor());
        return Map.of(
                "examination", step.name().toLowerCase(Locale.ROOT),
                "externalMaterial", ExternalMaterial.of(task, answers));
    }

    private static FindingAnswer.Position position(Object value) {
        return value == null ? null : FindingAnswer.Position.valueOf((String) value);
    }

    private static Examination.Step step(String value) {
        if (value == null) {
            throw new Rejected("examination", "Välj hur ärendet ska gå vidare.");
        }
        return Examination.Step.valueOf(value.toUpperCase(Locale.ROOT));
    }
}
