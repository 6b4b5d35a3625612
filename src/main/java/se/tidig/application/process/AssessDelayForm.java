package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.TimelinessService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/**
 * An officer answers whether the decision will be considerably delayed, so that the applicant must be told why (11 §
 * FL).
 */
@Component
@Handles(
        form = "assess-delay",
        keys = {"delayExpected=true|false", "delayReason", "expectedDecisionOn"},
        writes = "delayNotice")
class AssessDelayForm implements FormHandler {

    private final TimelinessService timeliness;

    AssessDelayForm(TimelinessService timeliness) {
        this.timeliness = timeliness;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        if (!"true".equals(answers.text("delayExpected"))) {
            return Map.of("delayNotice", false);
        }
        var expected = answers.date("expectedDecisionOn")
                .orElseThrow(() -> new Rejected("expectedDecisionOn", "Ange den dag då beslut väntas."));
        timeliness.notice(task.reference(), answers.text("delayReason"), expected, task.actor());
        return Map.of("delayNotice", true);
    }
}
