package se.tidig.report.process;

import org.springframework.stereotype.Component;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.report.ReportArchive;

/** Fills in a report that is to be completed as it was last handed in. */
@Component
@Shows({
    "use",
    "activities: *",
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
    "costs: *",
    "unusedAmount",
    "otherFunding",
    "otherFundingText",
    "auditor",
    "auditorName",
    "auditorRemarks",
    "auditorComment"
})
class EarlierReport implements CaseContent {

    private final Grants grants;
    private final ReportArchive archive;

    EarlierReport(Grants grants, ReportArchive archive) {
        this.grants = grants;
        this.archive = archive;
    }

    @Override
    public Object read(String key, CaseTask task) {
        if (!"report".equals(task.form()) || task.reference() == null) {
            return null;
        }
        return grants.find(task.reference())
                .flatMap(grant -> grant.openMilestone())
                .map(Milestone::key)
                .flatMap(archive::latest)
                .map(answers -> answers.values().get(key))
                .orElse(null);
    }
}
