package se.tidig.report.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.report.ReportIntake;
import se.tidig.report.ReportRefused;

/** A report from the portal or on paper. One that nobody awaits is kept and changes nothing. */
@Component
@Handles(
        form = "report",
        keys = {
            "use",
            "activities",
            "participantsWomen",
            "participantsMen",
            "resultsSwedish",
            "resultsSociety",
            "resultsLabourMarket",
            "resultsHealth",
            "purposeFulfilment",
            "deviations",
            "conditionsFollowed",
            "costs",
            "unusedAmount",
            "otherFunding",
            "auditor",
            "auditorRemarks",
            "submittedBy"
        })
class SubmitReport implements FormHandler {

    private final ReportIntake intake;

    SubmitReport(ReportIntake intake) {
        this.intake = intake;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        try {
            intake.submit(task.reference(), null, answers, answers.text("submittedBy"));
            return Map.of();
        } catch (ReportRefused refused) {
            throw new Rejected("", refused.getMessage());
        }
    }
}
