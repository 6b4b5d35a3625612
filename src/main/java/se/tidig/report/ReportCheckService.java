package se.tidig.report;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
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
        facts = {
            "kind=INTERIM_REPORT|FINAL_REPORT",
            "completionMissing:boolean",
            "daysLate:number",
            "audit=NONE|AUDITOR|AUTHORISED_AUDITOR",
            "auditor:text",
            "auditorRemarks:boolean",
            "hasUse:boolean",
            "hasResults:boolean",
            "hasPurpose:boolean",
            "hasCosts:boolean",
            "hasParticipants:boolean",
            "hasDeviations:boolean",
            "conditionsFollowed:boolean",
            "received:number",
            "receivedText:text",
            "used:number",
            "usedText:text",
            "unused:number",
            "unusedText:text",
            "unaccounted:number",
            "unaccountedText:text",
            "otherFunding:number",
            "otherFundingText:text",
            "largestDeviation:number",
            "occasionsHeld:number"
        },
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
        var facts = facts(report, grant, answers);
        facts.put("completionMissing", completionMissing);
        var findings = rules.decide("report-check", facts).stream()
                .map(ReportFinding::of)
                .toList();
        archive.storeCheck(milestone, clock.instant(), facts, findings);
        return findings.stream().anyMatch(finding -> finding.effect() == Effect.RISK);
    }

    private static Map<String, Object> facts(Report report, Grant grant, Answers answers) {
        var figures = new ReportSummary(answers);
        var end = PeriodEnd.on(grant.milestone(report.milestone()).due());
        var due = report.lateReason() == null ? end.last() : end.counted();
        var late = Math.max(0, ChronoUnit.DAYS.between(due, SwedishDate.on(report.submittedAt())));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", report.kind().name());
        facts.put("daysLate", late);
        facts.put("audit", report.audit().name());
        facts.put("auditor", answers.has("auditor") ? answers.text("auditor") : "none");
        facts.put("auditorRemarks", answers.yes("auditorRemarks"));
        facts.put("hasUse", answers.has("use"));
        facts.put(
                "hasResults",
                Stream.of("resultsSwedish", "resultsSociety", "resultsLabourMarket", "resultsHealth")
                        .anyMatch(answers::has));
        facts.put("hasPurpose", answers.has("purposeFulfilment"));
        facts.put("hasCosts", !answers.rows("costs").isEmpty());
        facts.put("hasParticipants", answers.has("participantsWomen") && answers.has("participantsMen"));
        facts.put("hasDeviations", answers.has("deviations"));
        facts.put("conditionsFollowed", "yes".equals(answers.values().get("conditionsFollowed")));
        money(facts, "received", grant.paid());
        money(facts, "used", figures.used());
        money(facts, "unused", figures.unused());
        money(facts, "unaccounted", grant.paid().minus(figures.used()).minus(figures.unused()));
        money(facts, "otherFunding", figures.otherFunding());
        facts.put("largestDeviation", figures.largestDeviation());
        facts.put("occasionsHeld", figures.occasionsHeld());
        return facts;
    }

    /** The amount for comparison, and as text for a reason. */
    private static void money(Map<String, Object> facts, String fact, Sek money) {
        facts.put(fact, money.amount());
        facts.put(fact + "Text", money.toString());
    }
}
