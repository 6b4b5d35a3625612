package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.bundle.AnswerWording;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantRefused;
import se.tidig.grant.RepaymentService;

/** Records the decision on a claim for repayment, or that it was waived or that nothing is owed. */
@Component
@Handles(
        form = "handle-recovery",
        keys = {
            "recoveryAction=CLAIM|WAIVE|NONE",
            "recoveryGround",
            "claimAmount",
            "claimDecision",
            "claimDecidedOn",
            "claimDueOn",
            "claimEnforceableOn",
            "repaidAmount",
            "repaidOn",
            "recoveryReason"
        },
        writes = "claimUnpaid")
class HandleRecoveryForm implements FormHandler {

    private final RepaymentService repayments;
    private final AnswerWording words;

    HandleRecoveryForm(RepaymentService repayments, AnswerWording words) {
        this.repayments = repayments;
        this.words = words;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        try {
            var claim = RepaymentService.Claim.of(task.reference(), null, answers, words(task, answers), task.actor());
            return Map.of("claimUnpaid", repayments.record(claim));
        } catch (GrantRefused refused) {
            throw new Rejected("claimAmount", refused.getMessage());
        }
    }

    private RepaymentService.Claim.Words words(CaseTask task, Answers answers) {
        return new RepaymentService.Claim.Words(
                words.of(task, task.form(), "recoveryAction", answers.text("recoveryAction")),
                words.of(task, task.form(), "recoveryGround", answers.text("recoveryGround")));
    }
}
