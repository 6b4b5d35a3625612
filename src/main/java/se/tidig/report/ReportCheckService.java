package se.tidig.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.decision.Audit;
import se.tidig.decision.StepKind;
import se.tidig.engine.CaseStage;
import se.tidig.form.Answers;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.report.ReportFinding.Effect;
import se.tidig.timelimit.PeriodEnd;

/** Checks a report by the table {@code report-check} and stores facts and findings. */
@Service
@Transactional
@AsksTable(
        value = "report-check",
        stage = CaseStage.DECIDED,
        sends = ReportCheckService.Reported.class,
        facts = "kind=INTERIM_REPORT|FINAL_REPORT",
        choices = "auditor=report#auditor",
        results = {"code", "effect=COMPLETION|RECOVERY|RISK|NOTE", "paragraph", "reason"},
        manyRows = true)
public class ReportCheckService {

    private final Reports reports;
    private final Grants grants;
    private final ReportArchive archive;
    private final ReportAuditService audit;
    private final Clock clock;

    ReportCheckService(Reports reports, Grants grants, ReportArchive archive, ReportAuditService audit, Clock clock) {
        this.reports = reports;
        this.grants = grants;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks the report as it came in; returns true if the table sees a risk that calls for a closer control. */
    public boolean check(MilestoneKey milestone, RuleSet rules) {
        var report = reports.lock(milestone);
        var completionMissing = report.status() == Report.State.AWAITING_COMPLETION;
        if (completionMissing) {
            report.judgeAsItIs();
        }
        var grant = grants.get(report.reference());
        report.demand(audit.of(grant, rules));
        reports.save(report);
        var answers = archive.latest(milestone)
                .orElseThrow(() -> new ReportRefused("Redovisningen " + milestone + " har inte kommit in."));
        var facts = SentFacts.of(reported(report, grant, answers, completionMissing));
        var findings = rules.decide("report-check", facts).stream()
                .map(ReportFinding::of)
                .toList();
        archive.storeCheck(milestone, clock.instant(), facts, findings);
        return findings.stream().anyMatch(finding -> finding.effect() == Effect.RISK);
    }

    private static Reported reported(Report report, Grant grant, Answers answers, boolean completionMissing) {
        var figures = new ReportSummary(answers);
        var end = PeriodEnd.on(grant.milestone(report.milestone()).due());
        var due = report.lateReason() == null ? end.last() : end.counted();
        var unaccounted = grant.paid().minus(figures.used()).minus(figures.unused());
        return new Reported(
                report.kind(),
                completionMissing,
                Math.max(0, ChronoUnit.DAYS.between(due, SwedishDate.on(report.submittedAt()))),
                report.audit(),
                answers.has("auditor") ? answers.text("auditor") : "none",
                answers.yes("auditorRemarks"),
                answers.has("use"),
                Stream.of("resultsSwedish", "resultsSociety", "resultsLabourMarket", "resultsHealth")
                        .anyMatch(answers::has),
                answers.has("purposeFulfilment"),
                !answers.rows("costs").isEmpty(),
                answers.has("participantsWomen") && answers.has("participantsMen"),
                answers.has("deviations"),
                "yes".equals(answers.values().get("conditionsFollowed")),
                grant.paid(),
                grant.paid().toString(),
                figures.used(),
                figures.used().toString(),
                figures.unused(),
                figures.unused().toString(),
                unaccounted,
                unaccounted.toString(),
                figures.otherFunding(),
                figures.otherFunding().toString(),
                figures.largestDeviation(),
                figures.occasionsHeld());
    }

    /**
     * What the report and the grant say. Each sum is a number to compare, and a text for the reason.
     *
     * @param completionMissing whether a completion that was asked for did not come
     * @param daysLate days after the last day; 0 if the report came in time
     * @param unaccounted paid, and neither used nor left over, SEK
     * @param largestDeviation between budget and outcome of a cost, in percent of the budget
     * @param occasionsHeld in percent of those planned
     */
    record Reported(
            StepKind kind,
            boolean completionMissing,
            long daysLate,
            Audit audit,
            String auditor,
            boolean auditorRemarks,
            boolean hasUse,
            boolean hasResults,
            boolean hasPurpose,
            boolean hasCosts,
            boolean hasParticipants,
            boolean hasDeviations,
            boolean conditionsFollowed,
            Sek received,
            String receivedText,
            Sek used,
            String usedText,
            Sek unused,
            String unusedText,
            Sek unaccounted,
            String unaccountedText,
            Sek otherFunding,
            String otherFundingText,
            BigDecimal largestDeviation,
            BigDecimal occasionsHeld) {}
}
