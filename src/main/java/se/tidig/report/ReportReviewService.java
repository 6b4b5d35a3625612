package se.tidig.report;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.grant.Grants;
import se.tidig.grant.MilestoneService;
import se.tidig.grant.RepaymentService;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.report.ReportFinding.Effect;

/** The decisions of people about a report: more time, closer control, completion, acceptance, repayment. */
@Service
@Transactional
public class ReportReviewService {

    private final Reports reports;
    private final ReportArchive archive;
    private final Grants grants;
    private final MilestoneService milestones;
    private final RepaymentService repayments;
    private final CaseJournal journal;
    private final Clock clock;

    ReportReviewService(
            Reports reports,
            ReportArchive archive,
            Grants grants,
            MilestoneService milestones,
            RepaymentService repayments,
            CaseJournal journal,
            Clock clock) {
        this.reports = reports;
        this.archive = archive;
        this.grants = grants;
        this.milestones = milestones;
        this.repayments = repayments;
        this.journal = journal;
        this.clock = clock;
    }

    /** Gives a recipient that has not reported a new last day. */
    public void extend(MilestoneKey milestone, LocalDate day, String why, Actor by) {
        var report = reports.lock(milestone);
        report.awaitAnew();
        milestones.moveReport(milestone, day);
        reports.save(report);
        note(report, by, "Ny sista dag för redovisningen: " + SwedishDate.text(day) + ". " + why);
    }

    public void noteControl(MilestoneKey milestone, String note, Actor by) {
        var report = reports.lock(milestone);
        report.noteControl(note, by, clock.instant());
        reports.save(report);
        note(report, by, "Fördjupad kontroll. " + note);
    }

    /** @throws ReportRefused if the day has passed */
    public void askForCompletion(MilestoneKey milestone, String text, LocalDate deadline, Actor by) {
        if (!deadline.isAfter(SwedishDate.on(clock.instant()))) {
            throw new ReportRefused("Ange en sista dag som är senare än i dag.");
        }
        var report = reports.lock(milestone);
        report.askForCompletion(text, deadline, by, clock.instant());
        reports.save(report);
        note(report, by, "Begäran om komplettering senast " + SwedishDate.text(deadline) + ". " + text);
    }

    /**
     * @param unused the unused sum that must be repaid (16 § 3), SEK
     * @throws ReportRefused if something is missing and no reason says why it is accepted all the same
     */
    public void accept(MilestoneKey milestone, Sek unused, String reason, Actor by) {
        var missing = archive.findings(milestone).stream().anyMatch(finding -> finding.effect() == Effect.COMPLETION);
        if (missing && (reason == null || reason.isBlank())) {
            throw new ReportRefused("Kontrollen har funnit brister. Skriv varför redovisningen godkänns ändå.");
        }
        review(milestone, true, unused, reason, by);
    }

    /** The report does not account for the grant: money is claimed back (16 §). */
    public void refuse(MilestoneKey milestone, Sek unused, String reason, Actor by) {
        if (reason == null || reason.isBlank()) {
            throw new ReportRefused("Skriv varför redovisningen inte godkänns.");
        }
        review(milestone, false, unused, reason, by);
    }

    /**
     * Records a claim that follows from the report, or from its absence (16 § 4).
     *
     * @return whether payment of a claim must be followed up
     */
    public boolean recover(RepaymentService.Claim claim) {
        var report = reports.lock(claim.milestone());
        if (report.status() == Report.State.AWAITED) {
            report.giveUp(claim.reason(), claim.by(), clock.instant());
            reports.save(report);
        }
        return repayments.record(claim);
    }

    /** Ends the report and its milestone, so that the grant can continue. */
    public void close(MilestoneKey milestone) {
        var report = reports.lock(milestone);
        var accepted = report.close(clock.instant());
        reports.save(report);
        milestones.reported(milestone, accepted);
    }

    private void note(Report report, Actor by, String text) {
        journal.note(report.reference(), EventKind.REPORT, by, text);
    }

    private void review(MilestoneKey milestone, boolean accepted, Sek unused, String reason, Actor by) {
        var report = reports.lock(milestone);
        var paid = grants.get(report.reference()).paid();
        if (unused.compareTo(paid) > 0) {
            throw new ReportRefused("Det outnyttjade kan inte vara mer än de " + paid + " som betalats ut.");
        }
        report.review(accepted, unused, reason, by, clock.instant());
        reports.save(report);
        var outcome = accepted ? "Redovisningen är godkänd." : "Redovisningen är inte godkänd.";
        note(report, by, reason == null ? outcome : outcome + " " + reason);
    }
}
