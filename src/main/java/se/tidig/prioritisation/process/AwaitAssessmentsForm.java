package se.tidig.prioritisation.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.prioritisation.PrioritisationService;

/** A person continues to the prioritisation although applications are still to be assessed. */
@Component
@Handles(
        form = "await-assessments",
        keys = {"stragglerRule=RESERVE|LATER", "stragglerReason"})
class AwaitAssessmentsForm implements FormHandler {

    private final PrioritisationService prioritisation;

    AwaitAssessmentsForm(PrioritisationService prioritisation) {
        this.prioritisation = prioritisation;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        prioritisation.goOn(
                task.reference(),
                task.actor(),
                "RESERVE".equals(answers.text("stragglerRule")),
                answers.text("stragglerReason"));
        return Map.of();
    }
}
