package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/**
 * An officer judges the conditions that the table leaves to a person; what 7 a and 7 b §§ describe is always among
 * them.
 */
@Component
@Handles(
        form = "review-conditions",
        keys = {"findingAnswers", "examination", "externalMaterial"},
        writes = {"examination=uphold|complete|proceed", "externalMaterial"})
class ReviewConditionsForm implements FormHandler {

    private final ExaminationAnswers examination;

    ReviewConditionsForm(ExaminationAnswers examination) {
        this.examination = examination;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        return examination.accept(task, answers, EligibilityFinding.Effect.REVIEW);
    }
}
