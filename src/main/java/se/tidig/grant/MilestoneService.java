package se.tidig.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Takes the milestones of a grant's plan in order until the grant is closed. */
@Service
@Transactional
public class MilestoneService {

    private final Grants grants;
    private final ClosedCallService closing;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MilestoneService(
            Grants grants,
            ClosedCallService closing,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.closing = closing;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the next milestone; empty if all are finished. */
    public Optional<Milestone> next(Reference reference) {
        var grant = grants.lock(reference);
        var next = grant.openNext();
        grants.save(grant);
        return next;
    }

    /**
     * Ends the open payment with the paid amount: the whole, or less if the board withheld a part or all (15 b §).
     *
     * @throws GrantRefused if that payment is not open, or the sum is more than its amount
     */
    public void paid(MilestoneKey milestone, Sek sum) {
        var grant = grants.lock(milestone.reference());
        grant.paid(milestone, sum, clock.instant());
        grants.save(grant);
    }

    /**
     * Ends the open report.
     *
     * @throws GrantRefused if that report is not open
     */
    public void reported(MilestoneKey milestone, boolean accepted) {
        var grant = grants.lock(milestone.reference());
        grant.reported(milestone, accepted, clock.instant());
        grants.save(grant);
    }

    /**
     * Moves the last day of an open or planned report.
     *
     * @throws GrantRefused if the day has passed or the report is finished
     */
    public void moveReport(MilestoneKey milestone, LocalDate day) {
        if (!day.isAfter(SwedishDate.on(clock.instant()))) {
            throw new GrantRefused("Ange en sista dag som är senare än i dag.");
        }
        var grant = grants.lock(milestone.reference());
        grant.moveReport(grant.milestone(milestone).kind(), day);
        grants.save(grant);
    }

    /** Closes a grant whose plan is finished, or that the recipient has declined. */
    public void close(Reference reference) {
        var grant = grants.lock(reference);
        closing.lock(grant.call());
        grant.close(clock.instant());
        grants.save(grant);
        journal.note(reference, EventKind.GRANT, null, "Bidraget är avslutat. Utbetalt: " + grant.paid() + ".");
        events.publishEvent(new Grant.Closed(reference, grant.call()));
    }
}
