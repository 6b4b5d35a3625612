package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantRefused;
import se.tidig.grant.Repayments;

/** A claim for money back has been settled, or found not to be owed. */
@Component
@Handles(
        form = "handle-recovery",
        keys = {
            "recoveryAction=CLAIM|WAIVE|NONE",
            "recoveryGround",
            "claimAmount",
            "repaidAmount",
            "repaidOn",
            "recoveryReason"
        })
class HandleRecovery implements FormHandler {

    private final Repayments repayments;

    HandleRecovery(Repayments repayments) {
        this.repayments = repayments;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        try {
            repayments.record(Repayments.Claim.of(task.reference(), null, answers, task.actor()));
            return Map.of();
        } catch (GrantRefused refused) {
            throw new Rejected("claimAmount", refused.getMessage());
        }
    }
}
