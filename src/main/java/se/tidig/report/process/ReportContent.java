package se.tidig.report.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.report.Finding;
import se.tidig.report.Finding.Effect;
import se.tidig.report.Report;
import se.tidig.report.ReportArchive;
import se.tidig.report.ReportSummary;
import se.tidig.report.Reports;

/** The report as people see it in forms and mails: of the task's milestone, or of the one that is open. */
@Component
@Shows({
    "report: kind, kindLower, repaymentDue, due, status, submittedAt, submittedBy, received, audit, "
            + "used, unused, otherFunding, settledUnused, completionText, completionDeadline, "
            + "completions, completionReply, controlNote, reviewReason, auditor, use, participantsWomen, participantsMen, "
            + "municipalities, resultsSwedish, resultsSociety, resultsLabourMarket, resultsHealth, "
            + "purposeFulfilment, equalAccess, deviations, obstacles, conditionsComment, auditorName, "
            + "auditorComment",
    "reportFindings: code, effect, paragraph, reason",
    "reportActivities: activity, occasions, hours",
    "reportCosts: item, budgeted, outcome",
    "reportCompletionText",
    "unusedConfirmed"
})
class ReportContent implements CaseContent {

    private final Reports reports;
    private final Grants grants;
    private final ReportArchive archive;

    ReportContent(Reports reports, Grants grants, ReportArchive archive) {
        this.reports = reports;
        this.grants = grants;
        this.archive = archive;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return milestone(task)
                .flatMap(reports::find)
                .map(report -> switch (key) {
                    case "report" -> report(report);
                    case "reportFindings" -> findings(report);
                    case "reportActivities" -> activities(answers(report));
                    case "reportCosts" -> costs(answers(report));
                    case "reportCompletionText" -> missingParts(report);
                    default -> new ReportSummary(answers(report)).unused().amount();
                })
                .orElse(null);
    }

    private Optional<String> milestone(CaseTask task) {
        var own = task.text(Variable.MILESTONE);
        if (own != null || task.reference() == null) {
            return Optional.ofNullable(own);
        }
        return grants.find(task.reference())
                .flatMap(grant -> grant.openMilestone())
                .map(Milestone::key);
    }

    private Answers answers(Report report) {
        return archive.latest(report.milestone()).orElse(new Answers(Map.of()));
    }

    private Map<String, Object> report(Report report) {
        var grant = grants.get(report.reference());
        var answers = answers(report);
        var figures = new ReportSummary(answers);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", report.kind().swedish());
        shown.put("kindLower", report.kind().swedish().toLowerCase());
        shown.put("repaymentDue", report.unused() != null && report.unused().isPositive());
        shown.put("due", SwedishDate.text(grant.milestone(report.milestone()).due()));
        shown.put("status", report.status().swedish());
        shown.put("submittedAt", SwedishDate.text(report.submittedAt()));
        shown.put("submittedBy", report.submittedBy());
        shown.put(
                "audit",
                Optional.ofNullable(report.audit()).orElse(grant.audit()).swedish());
        shown.put("received", grant.paid().toString());
        shown.put("used", figures.used().toString());
        shown.put("unused", figures.unused().toString());
        shown.put("otherFunding", figures.otherFunding().toString());
        shown.put(
                "settledUnused",
                Optional.ofNullable(report.unused()).map(Sek::toString).orElse(null));
        shown.put("completionText", report.completionText());
        shown.put("completionDeadline", SwedishDate.text(report.completionDeadline()));
        shown.put("completions", report.completions());
        shown.put("completionReply", report.completionReply());
        shown.put("controlNote", report.controlNote());
        shown.put("reviewReason", report.reviewReason());
        shown.put("auditor", figures.auditor());
        figures.texts().forEach(shown::put);
        return shown;
    }

    private List<Map<String, String>> findings(Report report) {
        return archive.findings(report.milestone()).stream()
                .map(finding -> Map.of(
                        "code", finding.code(),
                        "effect", finding.effect().swedish(),
                        "paragraph", finding.paragraph(),
                        "reason", finding.reason()))
                .toList();
    }

    /** What is missing, as the letter to the recipient may say it. */
    private String missingParts(Report report) {
        return archive.findings(report.milestone()).stream()
                .filter(finding -> finding.effect() == Effect.COMPLETION)
                .map(Finding::reason)
                .collect(Collectors.joining("\n"));
    }

    private static List<Map<String, Object>> activities(Answers answers) {
        return answers.rows("activities").stream()
                .map(row -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("activity", row.get("activity"));
                    shown.put("occasions", row.get("actualOccasions") + " av " + row.get("plannedOccasions"));
                    shown.put("hours", row.get("actualHours") + " av " + row.get("plannedHours"));
                    return (Map<String, Object>) shown;
                })
                .toList();
    }

    private static List<Map<String, Object>> costs(Answers answers) {
        return answers.rows("costs").stream()
                .map(row -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("item", row.get("item"));
                    shown.put("budgeted", ReportSummary.amount(row, "budgeted").toString());
                    shown.put("outcome", ReportSummary.amount(row, "outcome").toString());
                    return (Map<String, Object>) shown;
                })
                .toList();
    }
}
