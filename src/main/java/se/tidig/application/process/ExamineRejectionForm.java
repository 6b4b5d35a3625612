package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** An officer answers whether a late or unsigned application is rejected (10 §, 20 and 22 §§ FL). */
@Component
@Handles(
        form = "examine-rejection",
        keys = {"findingAnswers", "examination", "externalMaterial"},
        writes = {"examination=uphold|complete|proceed", "externalMaterial"})
class ExamineRejectionForm implements FormHandler {

    private final ExaminationAnswers examination;

    ExamineRejectionForm(ExaminationAnswers examination) {
        this.examination = examination;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        return examination.accept(task, answers, EligibilityFinding.Effect.REJECT);
    }
}
