package se.tidig.grant;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.decision.StepKind;
import se.tidig.grant.GrantChange.Kind;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;

/** Handles changes during the grant: requests for a change, and notices of changed circumstances (15 a §). */
@Service
@Transactional
public class GrantChangeService {

    private final Grants grants;
    private final GrantChanges log;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GrantChangeService(
            Grants grants, GrantChanges log, CaseJournal journal, ApplicationEventPublisher events, Clock clock) {
        this.grants = grants;
        this.log = log;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The parts of a grant that an approved change alters; each is null if it stays.
     *
     * @param interimReportDue new last day of the interim report
     * @param finalReportDue new last day of the final report
     * @param account new account, to be verified before the next payment
     * @param accountHolder who holds it
     */
    public record Alteration(
            LocalDate interimReportDue, LocalDate finalReportDue, Giro account, String accountHolder) {}

    public void request(Reference reference, String text, Actor from) {
        grants.lock(reference);
        log.save(GrantChange.received(reference, Kind.REQUEST, text, from, clock.instant()));
        journal.note(reference, EventKind.CHANGE, from, "Ändringsbegäran. " + text);
        events.publishEvent(new GrantChange.Requested(reference));
    }

    /** Receives another account from a recipient whose account could not be verified, as a request for a change. */
    public void nameOtherAccount(Reference reference, Giro account, String holder, Actor from) {
        var grant = grants.lock(reference);
        grant.answerAccount();
        grants.save(grant);
        request(reference, "Nytt konto: " + account + ", kontohavare " + holder + ".", from);
    }

    /** Stores a notice that the case's journal already has. */
    public void giveNotice(Reference reference, String text, Actor from) {
        grants.lock(reference);
        log.save(GrantChange.received(reference, Kind.NOTICE, text, from, clock.instant()));
        events.publishEvent(new GrantChange.Notified(reference));
    }

    /** Records what the oldest unassessed notice means for the grant. */
    public void assess(Reference reference, Outcome outcome, String reason, Actor by) {
        var grant = grants.lock(reference);
        var notice = log.notAssessed(reference)
                .orElseThrow(() -> new GrantRefused("Det finns ingen anmälan som väntar på bedömning."));
        log.save(notice.assessed(outcome, reason, by, clock.instant()));
        journal.note(reference, EventKind.GRANT, by, "Ändrade förhållanden: " + outcome.swedish() + ". " + reason);
        if (outcome == Outcome.OBSTACLE) {
            grant.noteObstacle(reason);
            grants.save(grant);
        }
    }

    /** Approves the oldest waiting change. Returns true if a new account must be verified. */
    public boolean approve(Reference reference, Alteration alteration, String reason, Actor by) {
        var grant = grants.lock(reference);
        settle(reference, Outcome.APPROVED, reason, by);
        if (alteration.interimReportDue() != null) {
            grant.moveReport(StepKind.INTERIM_REPORT, alteration.interimReportDue());
        }
        if (alteration.finalReportDue() != null) {
            grant.moveReport(StepKind.FINAL_REPORT, alteration.finalReportDue());
        }
        if (alteration.account() != null) {
            grant.nameAccount(alteration.account(), alteration.accountHolder());
        }
        grants.save(grant);
        return alteration.account() != null;
    }

    public void refuse(Reference reference, String reason, Actor by) {
        grants.lock(reference);
        settle(reference, Outcome.REFUSED, reason, by);
    }

    private void settle(Reference reference, Outcome outcome, String reason, Actor by) {
        var change = log.notDecided(reference)
                .orElseThrow(() -> new GrantRefused("Det finns ingen ändring som väntar på beslut."));
        log.save(change.assessed(outcome, reason, by, clock.instant()));
        journal.note(reference, EventKind.GRANT, by, "Ändring av bidraget: " + outcome.swedish() + ". " + reason);
    }
}
