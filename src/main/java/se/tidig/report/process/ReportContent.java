package se.tidig.report.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.bundle.AnswerWording;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.report.Report;
import se.tidig.report.ReportArchive;
import se.tidig.report.ReportFinding;
import se.tidig.report.ReportFinding.Effect;
import se.tidig.report.ReportSummary;
import se.tidig.report.Reports;

/** The report as forms and mails show it: of the task's milestone, or of the open one. */
@Component
class ReportContent implements CaseContent {

    private final Reports reports;
    private final Grants grants;
    private final ReportArchive archive;
    private final AnswerWording words;

    ReportContent(Reports reports, Grants grants, ReportArchive archive, AnswerWording words) {
        this.reports = reports;
        this.grants = grants;
        this.archive = archive;
        this.words = words;
    }

    /** @param audit the sentence for forms and mails of earlier bundles */
    record ShownReport(
            String kind,
            String kindLower,
            boolean repaymentDue,
            LocalDate due,
            String status,
            Instant submittedAt,
            String submittedBy,
            String requiredAuditor,
            String audit,
            Sek received,
            Sek used,
            Sek unused,
            Sek otherFunding,
            Sek settledUnused,
            String completionText,
            LocalDate completionDeadline,
            int completions,
            String completionReply,
            String controlNote,
            String reviewReason,
            String auditor,
            String use,
            String participantsWomen,
            String participantsMen,
            String municipalities,
            String resultsSwedish,
            String resultsSociety,
            String resultsLabourMarket,
            String resultsHealth,
            String purposeFulfilment,
            String equalAccess,
            String deviations,
            String obstacles,
            String conditionsComment,
            String auditorName,
            String auditorComment) {}

    record ShownFinding(String code, String effect, String paragraph, String reason) {}

    record Activity(String activity, String occasions, String hours) {}

    record Cost(String item, Sek budgeted, Sek outcome) {}

    private Optional<Report> find(CaseTask task) {
        return milestone(task).flatMap(reports::find);
    }

    private Optional<MilestoneKey> milestone(CaseTask task) {
        var own = MilestoneKey.of(task.text(Variable.MILESTONE));
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

    @Shows("report")
    Optional<ShownReport> report(CaseTask task) {
        return find(task).map(report -> shown(task, report));
    }

    private ShownReport shown(CaseTask task, Report report) {
        var grant = grants.get(report.reference());
        var summary = new ReportSummary(answers(report));
        var audit = Optional.ofNullable(report.audit()).orElse(grant.audit());
        return new ShownReport(
                report.kind().swedish(),
                report.kind().swedish().toLowerCase(),
                report.unused() != null && report.unused().isPositive(),
                grant.milestone(report.milestone()).due(),
                report.status().swedish(),
                report.submittedAt(),
                Actor.text(report.submittedBy()),
                audit.name(),
                audit.sentence(),
                grant.paid(),
                summary.used(),
                summary.unused(),
                summary.otherFunding(),
                report.unused(),
                report.completionText(),
                report.completionDeadline(),
                report.completions(),
                report.completionReply(),
                report.controlNote(),
                report.reviewReason(),
                AnswerWording.orUnknown(auditor(task, summary.answers())),
                summary.text("use"),
                summary.text("participantsWomen"),
                summary.text("participantsMen"),
                summary.text("municipalities"),
                summary.text("resultsSwedish"),
                summary.text("resultsSociety"),
                summary.text("resultsLabourMarket"),
                summary.text("resultsHealth"),
                summary.text("purposeFulfilment"),
                summary.text("equalAccess"),
                summary.text("deviations"),
                summary.text("obstacles"),
                summary.text("conditionsComment"),
                summary.text("auditorName"),
                summary.text("auditorComment"));
    }

    /** Who has examined the report, according to the recipient; null if it does not say. */
    private String auditor(CaseTask task, Answers answers) {
        return answers.has("auditor") ? words.of(task, "report", "auditor", answers.text("auditor")) : null;
    }

    @Shows("reportFindings")
    Optional<List<ShownFinding>> findings(CaseTask task) {
        return find(task).map(report -> archive.findings(report.milestone()).stream()
                .map(finding -> new ShownFinding(
                        finding.code(), finding.effect().swedish(), finding.paragraph(), finding.reason()))
                .toList());
    }

    @Shows("reportActivities")
    Optional<List<Activity>> activities(CaseTask task) {
        return find(task).map(report -> answers(report).rows("activities").stream()
                .map(row -> new Activity(
                        Objects.toString(row.get("activity"), null),
                        row.get("actualOccasions") + " av " + row.get("plannedOccasions"),
                        row.get("actualHours") + " av " + row.get("plannedHours")))
                .toList());
    }

    @Shows("reportCosts")
    Optional<List<Cost>> costs(CaseTask task) {
        return find(task).map(report -> answers(report).rows("costs").stream()
                .map(row -> new Cost(
                        Objects.toString(row.get("item"), null),
                        ReportSummary.amount(row, "budgeted"),
                        ReportSummary.amount(row, "outcome")))
                .toList());
    }

    /** What is missing, in words for the letter to the recipient. */
    @Fills("reportCompletionText")
    Optional<String> missingParts(CaseTask task) {
        return find(task).map(report -> archive.findings(report.milestone()).stream()
                .filter(finding -> finding.effect() == Effect.COMPLETION)
                .map(ReportFinding::reason)
                .collect(Collectors.joining("\n")));
    }

    @Fills("unusedConfirmed")
    Optional<Sek> unused(CaseTask task) {
        return find(task).map(report -> new ReportSummary(answers(report)).unused());
    }
}
