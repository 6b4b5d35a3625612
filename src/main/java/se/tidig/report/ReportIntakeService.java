package se.tidig.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.AwaitedReport;
import se.tidig.bundle.RuleSet;
import se.tidig.form.Answers;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.ReminderScheduleTable;
import se.tidig.grant.ReminderScheduleTable.Step;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.report.ReportArchive.Reception;
import se.tidig.report.ReportArchive.Submission;

/** Awaits a report, reminds, and receives it: in time or late, through the portal or on paper (14 §). */
@Service
@Transactional
public class ReportIntakeService implements AwaitedReport {

    private final Reports reports;
    private final Grants grants;
    private final ReportArchive archive;
    private final ReminderScheduleTable schedule;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final ReportAuditService audit;
    private final Clock clock;

    ReportIntakeService(
            Reports reports,
            Grants grants,
            ReportArchive archive,
            ReminderScheduleTable schedule,
            CaseJournal journal,
            ApplicationEventPublisher events,
            ReportAuditService audit,
            Clock clock) {
        this.reports = reports;
        this.grants = grants;
        this.archive = archive;
        this.schedule = schedule;
        this.journal = journal;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An awaited report for the process.
     *
     * @param submitted whether it has come
     * @param step what to do while it has not come; null while nothing is due
     * @param next when to look again; null once it has come
     */
    public record Wait(boolean submitted, Step step, Instant next) {

        static final Wait OVER = new Wait(true, null, null);

        /** The step as a routing value: {@code REMIND}, {@code OVERDUE}, {@code ESCALATE} or {@code NONE}. */
        public String stepName() {
            return step == null ? "NONE" : step.name();
        }
    }

    /**
     * Begins to await the report of the open milestone, once, however often it is called.
     *
     * @param rules the tables that the case keeps
     */
    public void await(MilestoneKey milestone, RuleSet rules) {
        if (reports.find(milestone).isEmpty()) {
            var grant = grants.get(milestone.reference());
            reports.save(
                    Report.await(grant.milestone(milestone), grant.board(), audit.of(grant, rules), clock.instant()));
        }
    }

    /** The state before the process begins to wait; the report stays locked until the transaction ends. */
    public Wait ask(MilestoneKey milestone, RuleSet rules) {
        var report = reports.lock(milestone);
        return report.status().awaits()
                ? new Wait(false, null, next(report, rules).at())
                : Wait.OVER;
    }

    /** The step of the reminder that is due; none if the report has come or its last day was moved meanwhile. */
    public Wait fallDue(MilestoneKey milestone, RuleSet rules) {
        var report = reports.lock(milestone);
        if (!report.status().awaits()) {
            return Wait.OVER;
        }
        var due = next(report, rules);
        if (due.at().isAfter(clock.instant())) {
            return new Wait(false, null, due.at());
        }
        if (due.step() != Step.ESCALATE) {
            report.reminded(due.number());
            reports.save(report);
            note(report.reference(), null, "Påminnelse om " + milestone + ", nummer " + due.number() + ".");
        }
        return new Wait(false, due.step(), due.at());
    }

    /** Whether the requested completion has come; the report stays locked until the transaction ends. */
    public boolean completed(MilestoneKey milestone) {
        return !reports.lock(milestone).status().awaits();
    }

    /**
     * Receives a report. Every report is recorded; only one that the grant awaits changes anything.
     *
     * @param reference the case it is for
     * @param milestone the milestone it says it answers; null for the open one
     * @param by who hands it in
     * @throws ReportRefused if there is no such grant
     */
    public Reception submit(Reference reference, MilestoneKey milestone, Answers answers, Actor by) {
        return submit(reference, milestone, answers, by, clock.instant());
    }

    /** Receives a report that came in earlier than it is entered (22 § förvaltningslagen). */
    public Reception submit(
            Reference reference, MilestoneKey milestone, Answers answers, Actor by, Instant receivedAt) {
        return submit(reference, milestone, answers, by, receivedAt, null);
    }

    /**
     * Receives a report that may have come on the weekday after a free last day.
     *
     * @param lateReason why a person judges it late all the same; null if nobody does
     */
    public Reception submit(
            Reference reference,
            MilestoneKey milestone,
            Answers answers,
            Actor by,
            Instant receivedAt,
            String lateReason) {
        var grant = grants.find(reference)
                .orElseThrow(() -> new ReportRefused(
                        "Det finns inget beviljat bidrag " + reference + ". Kontrollera ärendenumret."));
        var key = milestone != null
                ? milestone
                : grant.openMilestone().map(Milestone::key).orElse(null);
        var reception = reception(grant, key);
        archive.store(new Submission(reference, key, receivedAt, by, reception, answers));
        note(reference, by, "Redovisningen har kommit in. " + reception.swedish());
        if (reception == Reception.TAKEN) {
            var report = reports.lock(key);
            events.publishEvent(take(report, by, receivedAt, lateReason));
        } else {
            events.publishEvent(new Application.Supplemented(reference));
        }
        return reception;
    }

    /** Stores the awaited report; the caller publishes the event. */
    private Object take(Report report, Actor by, Instant receivedAt, String lateReason) {
        var completes = report.awaitsCompletion();
        if (completes && lateReason != null) {
            // The report is read, and the time to complete runs to its end.
            return new Application.Supplemented(report.reference());
        }
        report.submit(by, receivedAt);
        if (lateReason != null) {
            report.judgeLate(lateReason);
        }
        reports.save(report);
        return completes ? new Report.Completed(report.milestone()) : new Report.Submitted(report.milestone());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> dueOn(Reference reference) {
        return reports.findByReferenceOrderByMilestone(reference).stream()
                .filter(report -> report.status().awaits())
                .findFirst()
                .map(report -> report.awaitsCompletion()
                        ? report.completionDeadline()
                        : grants.get(reference).milestone(report.milestone()).due());
    }

    /** Whether a report of the case waits for a completion. */
    @Transactional(readOnly = true)
    public boolean awaitsCompletion(Reference reference) {
        return incomplete(reference).isPresent();
    }

    /**
     * Receives a completion of the report that waits for it, without a new whole report.
     *
     * @throws ReportRefused if no report of the case waits for a completion
     */
    public void complete(Reference reference, String text, Instant receivedAt, Actor by) {
        complete(reference, text, receivedAt, by, false);
    }

    /** Receives a completion that a person may have judged late: it is kept, and the time runs to its end. */
    public void complete(Reference reference, String text, Instant receivedAt, Actor by, boolean judgedLate) {
        var milestone = incomplete(reference)
                .map(Report::milestone)
                .orElseThrow(() -> new ReportRefused(
                        "Ingen komplettering av en redovisning är begärd i ärendet " + reference + "."));
        var report = reports.lock(milestone);
        if (judgedLate) {
            report.completeLate(text);
        } else {
            report.complete(text);
        }
        reports.save(report);
        journal.note(new CaseEvent(reference, receivedAt, by, EventKind.COMPLETION, text));
        events.publishEvent(judgedLate ? new Application.Supplemented(reference) : new Report.Completed(milestone));
    }

    private Optional<Report> incomplete(Reference reference) {
        return reports.findByReferenceOrderByMilestone(reference).stream()
                .filter(Report::awaitsCompletion)
                .findFirst();
    }

    private void note(Reference reference, Actor by, String text) {
        journal.note(reference, EventKind.REPORT, by, text);
    }

    private Reception reception(Grant grant, MilestoneKey milestone) {
        if (milestone != null && !milestone.reference().equals(grant.reference())) {
            return Reception.OTHER_CASE;
        }
        var awaited = milestone == null
                ? null
                : reports.findLockedByMilestone(milestone).orElse(null);
        if (awaited == null) {
            return reports.findByReferenceOrderByMilestone(grant.reference()).isEmpty()
                    ? Reception.NOT_AWAITED
                    : Reception.AGAIN;
        }
        return awaited.status().awaits() ? Reception.TAKEN : Reception.AGAIN;
    }

    private ReminderScheduleTable.Reminder next(Report report, RuleSet rules) {
        var due = grants.get(report.reference()).milestone(report.milestone()).due();
        return schedule.next("REPORT", due, report.reminders(), rules);
    }
}
