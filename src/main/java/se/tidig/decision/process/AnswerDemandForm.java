package se.tidig.decision.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.TimelinessService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** *Pröva begäran om att ärendet ska avgöras*: decide within four weeks, or refuse by a separate decision (12 § FL). */
@Component
@Handles(
        form = "answer-demand",
        keys = {"demandDecision=DECIDE|REFUSE", "demandReasons", "demandDissent"},
        writes = "demandAnswer=DECIDE|REFUSE")
class AnswerDemandForm implements FormHandler {

    private final TimelinessService timeliness;

    AnswerDemandForm(TimelinessService timeliness) {
        this.timeliness = timeliness;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var answer = answers.text("demandDecision");
        var demand = DecisionContent.demandOf(task);
        if ("REFUSE".equals(answer)) {
            timeliness.refuseDemand(
                    task.reference(),
                    demand,
                    answers.text("demandReasons"),
                    answers.text("demandDissent"),
                    task.actor());
        } else {
            timeliness.acceptDemand(task.reference(), demand, answers.text("demandReasons"), task.actor());
        }
        return Map.of("demandAnswer", answer);
    }
}
