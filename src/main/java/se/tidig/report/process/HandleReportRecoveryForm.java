package se.tidig.report.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.bundle.AnswerWording;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantRefused;
import se.tidig.grant.RepaymentService;
import se.tidig.report.ReportReviewService;

/** An officer has settled a claim for repayment that follows from a report, or from its absence. */
@Component
@Handles(
        form = "handle-report-recovery",
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
class HandleReportRecoveryForm implements FormHandler {

    private final ReportReviewService review;
    private final AnswerWording words;

    HandleReportRecoveryForm(ReportReviewService review, AnswerWording words) {
        this.review = review;
        this.words = words;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        try {
            var claim =
                    RepaymentService.Claim.of(task.reference(), milestone, answers, words(task, answers), task.actor());
            return Map.of("claimUnpaid", review.recover(claim));
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
