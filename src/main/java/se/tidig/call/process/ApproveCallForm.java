package se.tidig.call.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.call.CallService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** A head approves a call, or returns it with a reason. */
@Component
@Handles(
        form = "approve-call",
        keys = {"approval=APPROVE|RETURN", "returnReason"},
        writes = "callApproved")
class ApproveCallForm implements FormHandler {

    private final CallService calls;

    ApproveCallForm(CallService calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var approved = "APPROVE".equals(answers.text("approval"));
        if (approved) {
            calls.approve(task.reference(), task.actor());
        } else {
            calls.giveBack(task.reference(), task.actor(), answers.text("returnReason"));
        }
        return Map.of("callApproved", approved);
    }
}
