package se.tidig.decision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.TimelinessService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Avvisa begäran om avgörande*: the demand came too early or for the second time (12 § FL). */
@Component
@Handles(
        form = "reject-demand",
        keys = {"demandReasons", "demandDissent"})
class RejectDemandForm implements FormHandler {

    private final TimelinessService timeliness;

    RejectDemandForm(TimelinessService timeliness) {
        this.timeliness = timeliness;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        timeliness.rejectDemand(
                task.reference(),
                DecisionContent.demandOf(task),
                answers.text("demandReasons"),
                answers.text("demandDissent"),
                task.actor());
        return Map.of();
    }
}
