package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.CompletionService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** Nothing came in time: an officer gives more time, or has the application judged as it is. */
@Component
@Handles(
        form = "completion-expired",
        keys = {"expiredStep=extend|proceed", "newCompletionBy", "expiredReason"},
        writes = {"extended", "completionDeadline"})
class CompletionExpiredForm implements FormHandler {

    private final CompletionService requests;

    CompletionExpiredForm(CompletionService requests) {
        this.requests = requests;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var reason = answers.text("expiredReason");
        if (!"extend".equals(answers.text("expiredStep"))) {
            requests.letStand(task.reference(), reason, task.actor());
            return Map.of("extended", false);
        }
        var day = answers.date("newCompletionBy")
                .orElseThrow(() -> new Rejected("newCompletionBy", "Ange den nya sista dagen."));
        var completion = requests.extend(task.reference(), day, reason, task.actor());
        return Map.of(
                "extended", true, "completionDeadline", completion.deadline().toString());
    }
}
