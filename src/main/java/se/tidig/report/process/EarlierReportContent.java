package se.tidig.report.process;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.report.ReportArchive;

/** Fills in a report that must be completed with the answers last handed in. */
@Component
class EarlierReportContent implements CaseContent {

    private final Grants grants;
    private final ReportArchive archive;

    EarlierReportContent(Grants grants, ReportArchive archive) {
        this.grants = grants;
        this.archive = archive;
    }

    @Fills(
            answersOf = "report",
            questions = {
                "use",
                "activities",
                "deviations",
                "obstacles",
                "conditionsFollowed",
                "conditionsComment",
                "participantsWomen",
                "participantsMen",
                "attendancesWomen",
                "attendancesMen",
                "municipalities",
                "equalAccess",
                "resultsSwedish",
                "resultsSociety",
                "resultsLabourMarket",
                "resultsHealth",
                "purposeFulfilment",
                "costs",
                "unusedAmount",
                "otherFunding",
                "otherFundingText",
                "auditor",
                "auditorName",
                "auditorRemarks",
                "auditorComment"
            })
    Optional<Map<String, Object>> handedIn(CaseTask task) {
        if (!"report".equals(task.form()) || task.reference() == null) {
            return Optional.empty();
        }
        return grants.find(task.reference())
                .flatMap(Grant::openMilestone)
                .map(Milestone::key)
                .flatMap(archive::latest)
                .map(Answers::values);
    }
}
