package se.tidig.call.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.call.ClosingChangeService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** A person approves that the closing of an open call is moved, or declines it. */
@Component
@Handles(
        form = "approve-closing",
        keys = {"approval=APPROVE|RETURN", "returnReason"},
        writes = "closingApproved")
class ApproveClosingForm implements FormHandler {

    private final ClosingChangeService changes;

    ApproveClosingForm(ClosingChangeService changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var approved = "APPROVE".equals(answers.text("approval"));
        if (approved) {
            changes.approve(task.reference(), task.actor());
        } else {
            changes.decline(task.reference(), task.actor(), answers.text("returnReason"));
        }
        return Map.of("closingApproved", approved);
    }
}
