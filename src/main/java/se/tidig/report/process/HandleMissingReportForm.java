package se.tidig.report.process;

import java.time.LocalDate;
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
import se.tidig.report.ReportRefused;
import se.tidig.report.ReportReviewService;

/** An officer handles a report that did not come in spite of reminders (16 § 4). */
@Component
@Handles(
        form = "handle-missing-report",
        keys = {"missingReport", "newDue", "missingNote"},
        writes = "missingReport=EXTEND|RECOVER")
class HandleMissingReportForm implements FormHandler {

    private final ReportReviewService review;

    HandleMissingReportForm(ReportReviewService review) {
        this.review = review;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var action = answers.text("missingReport");
        try {
            if ("EXTEND".equals(action)) {
                var day = answers.date("newDue").orElse(LocalDate.MIN);
                review.extend(
                        MilestoneKey.of(task.text(Variable.MILESTONE)), day, answers.text("missingNote"), task.actor());
            }
            return Map.of("missingReport", action);
        } catch (GrantRefused | ReportRefused refused) {
            throw new Rejected("newDue", refused.getMessage());
        }
    }
}
