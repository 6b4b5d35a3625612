package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantRefused;
import se.tidig.grant.RepaymentService;
import se.tidig.grant.RepaymentService.Event;

/** A person records an event of a decided, unpaid claim. */
@Component
@Handles(
        form = "follow-up-recovery",
        keys = {
            "claimEvent=PAID|DEFERRED|ENFORCEABLE|APPEALED|ENDED",
            "paidAmount",
            "paidOn",
            "newClaimDueOn",
            "claimEnforceableOn",
            "claimNote"
        },
        writes = "claimUnpaid")
class FollowUpRecoveryForm implements FormHandler {

    private final RepaymentService repayments;

    FollowUpRecoveryForm(RepaymentService repayments) {
        this.repayments = repayments;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var day = answers.date("paidOn")
                .or(() -> answers.date("newClaimDueOn"))
                .or(() -> answers.date("claimEnforceableOn"))
                .orElse(null);
        var followUp = new RepaymentService.FollowUp(
                Event.valueOf(answers.text("claimEvent")),
                answers.money("paidAmount").orElse(Sek.ZERO),
                day,
                answers.text("claimNote"),
                task.actor());
        try {
            return Map.of("claimUnpaid", repayments.followUp(task.reference(), followUp));
        } catch (GrantRefused refused) {
            throw new Rejected("claimEvent", refused.getMessage());
        }
    }
}
