package se.tidig.report.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.report.ReportRefused;
import se.tidig.report.ReportReviewService;
import se.tidig.timelimit.PeriodEnd;

/** An officer reviews a report: accepts it, asks for a completion, or finds that money must be claimed back. */
@Component
@Handles(
        form = "review-report",
        keys = {"reportReview", "unusedConfirmed", "reviewReason", "reportCompletionText", "reportCompletionBy"},
        writes = {"reportReview=ACCEPT|COMPLETION|RECOVER", "repaymentDue", "completionDeadline"})
class ReviewReportForm implements FormHandler {

    private final ReportReviewService review;

    ReviewReportForm(ReportReviewService review) {
        this.review = review;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var outcome = answers.text("reportReview");
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        var unused = answers.money("unusedConfirmed").orElse(Sek.ZERO);
        var reason = answers.text("reviewReason");
        var routing = new HashMap<String, Object>();
        routing.put("reportReview", outcome);
        routing.put("repaymentDue", "RECOVER".equals(outcome) || unused.isPositive());
        try {
            switch (outcome) {
                case "COMPLETION" -> {
                    var by = answers.date("reportCompletionBy")
                            .orElseThrow(() -> new Rejected("reportCompletionBy", "Ange sista svarsdag."));
                    review.askForCompletion(milestone, answers.text("reportCompletionText"), by, task.actor());
                    routing.put("completionDeadline", PeriodEnd.on(by).passed().toString());
                }
                case "RECOVER" -> review.refuse(milestone, unused, reason, task.actor());
                default -> review.accept(milestone, unused, reason, task.actor());
            }
            return routing;
        } catch (ReportRefused refused) {
            throw new Rejected("reportReview", refused.getMessage());
        }
    }
}
