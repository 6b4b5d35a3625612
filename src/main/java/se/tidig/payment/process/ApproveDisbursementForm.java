package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantRefused;
import se.tidig.payment.DisbursementService;
import se.tidig.payment.PaymentRefused;

/** A person other than the preparer approves a payment, or sends it back. */
@Component
@Handles(
        form = "approve-disbursement",
        keys = {"paymentApproval", "approvalNote"},
        writes = "paymentApproval=APPROVE|RETURN")
class ApproveDisbursementForm implements FormHandler {

    private final DisbursementService disbursements;

    ApproveDisbursementForm(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        var approval = answers.text("paymentApproval");
        try {
            if ("RETURN".equals(approval)) {
                disbursements.sendBack(milestone, answers.text("approvalNote"), task.actor());
            } else {
                disbursements.approve(milestone, task.actor());
            }
            return Map.of("paymentApproval", approval);
        } catch (PaymentRefused | GrantRefused refused) {
            throw new Rejected("paymentApproval", refused.getMessage());
        }
    }
}
