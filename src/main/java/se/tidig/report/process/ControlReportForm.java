package se.tidig.report.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.report.ReportRefused;
import se.tidig.report.ReportReviewService;

/** An officer reports the result of a closer control. */
@Component
@Handles(form = "control-report", keys = "controlNote")
class ControlReportForm implements FormHandler {

    private final ReportReviewService review;

    ControlReportForm(ReportReviewService review) {
        this.review = review;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        try {
            review.noteControl(
                    MilestoneKey.of(task.text(Variable.MILESTONE)), answers.text("controlNote"), task.actor());
            return Map.of();
        } catch (ReportRefused refused) {
            throw new Rejected("controlNote", refused.getMessage());
        }
    }
}
