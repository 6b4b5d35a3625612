package se.tidig.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicantKindTable;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.GrantTerms;
import se.tidig.grant.Grant.State;
import se.tidig.grant.ReminderScheduleTable.Reminder;
import se.tidig.grant.ReminderScheduleTable.Step;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;

/** The grant from decision to confirmation and verified payee (bekräftelse av villkor). */
@Service
@Transactional
public class GrantConfirmationService {

    private final Grants grants;
    private final ApplicantKindTable kinds;
    private final GrantTerms terms;
    private final ReminderScheduleTable schedule;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GrantConfirmationService(
            Grants grants,
            ApplicantKindTable kinds,
            GrantTerms terms,
            ReminderScheduleTable schedule,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.kinds = kinds;
        this.terms = terms;
        this.schedule = schedule;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The recipient's answer for the process.
     *
     * @param status awaited, confirmed or declined
     * @param step what to do about a recipient who has not answered; null while nothing is due
     * @param next when to look again; null once the recipient has answered
     */
    public record Answer(State status, Step step, Instant next) {

        /** The step as a routing value: {@code REMIND}, {@code ESCALATE} or {@code NONE}. */
        public String stepName() {
            return step == null ? "NONE" : step.name();
        }

        /** The recipient's answer as a routing value: {@code AWAITED}, {@code CONFIRMED} or {@code DECLINED}. */
        public String answer() {
            return switch (status) {
                case AWAITING_CONFIRMATION -> "AWAITED";
                case DECLINED -> "DECLINED";
                default -> "CONFIRMED";
            };
        }
    }

    /**
     * Makes the grant of a decision, with the plan that the decision states. Makes it once, however often it is
     * called.
     *
     * @param rules the case's own; the plan is computed only for a decision that is older than stored plans
     */
    public void open(GrantDecision granted, RuleSet rules) {
        if (grants.find(granted.reference()).isPresent()) {
            return;
        }
        var municipal = kinds.isMunicipal(granted.organisationType(), rules);
        var decided = granted.terms() == null ? terms.of(granted.wanted(municipal), rules) : granted.terms();
        grants.save(Grant.open(granted, municipal, decided, clock.instant()));
    }

    /** The state before the process begins to wait. Locks the grant until the transaction ends. */
    public Answer ask(Reference reference, RuleSet rules) {
        var grant = grants.lock(reference);
        if (grant.status() != State.AWAITING_CONFIRMATION) {
            return new Answer(grant.status(), null, null);
        }
        return new Answer(grant.status(), null, next(grant, rules).at());
    }

    /** The step of the reminder that is due; none if the recipient has answered meanwhile. */
    public Answer fallDue(Reference reference, RuleSet rules) {
        var grant = grants.lock(reference);
        if (grant.status() != State.AWAITING_CONFIRMATION) {
            return new Answer(grant.status(), null, null);
        }
        var due = next(grant, rules);
        if (due.at().isAfter(clock.instant())) {
            return new Answer(grant.status(), null, due.at());
        }
        if (due.step() != Step.ESCALATE) {
            grant.reminded(due.number());
            grants.save(grant);
            note(reference, null, "Påminnelse om bekräftelse av villkor och konto, nummer " + due.number() + ".");
        }
        return new Answer(grant.status(), due.step(), due.at());
    }

    /** @throws GrantRefused if the grant does not wait for an answer */
    public void confirm(Reference reference, Giro account, String holder, Actor by) {
        var grant = grants.lock(reference);
        grant.confirm(account, holder, by, clock.instant());
        grants.save(grant);
        note(
                reference,
                by,
                "Bidragsmottagaren bekräftar villkoren och anger " + account + ", innehavare " + holder + ".");
        events.publishEvent(new Grant.Answered(reference));
    }

    /** @throws GrantRefused if the grant does not wait for an answer */
    public void decline(Reference reference, String reason) {
        noteDecline(reference, reason, null);
        events.publishEvent(new Grant.Answered(reference));
    }

    /** An officer has learnt that the recipient declines. The officer's own task continues; no process is woken. */
    public void noteDecline(Reference reference, String reason, Actor by) {
        var grant = grants.lock(reference);
        grant.decline(reason, clock.instant());
        grants.save(grant);
        note(reference, by, "Bidragsmottagaren tackar nej till bidraget. " + reason);
    }

    /** An officer has contacted a recipient that does not answer, and looks again on the given day. */
    public void contactAgain(Reference reference, LocalDate day, String why, Actor by) {
        if (!day.isAfter(SwedishDate.on(clock.instant()))) {
            throw new GrantRefused("Ange en dag som är senare än i dag.");
        }
        var grant = grants.lock(reference);
        grant.contactAgainOn(day);
        grants.save(grant);
        note(reference, by, "Kontakt med bidragsmottagaren, följs upp " + SwedishDate.text(day) + ". " + why);
    }

    /** A person has verified that the account belongs to the recipient. */
    public void verifyPayee(Reference reference, String how, Actor by) {
        var grant = grants.lock(reference);
        grant.verifyPayee(how, by, clock.instant());
        grants.save(grant);
        note(reference, by, "Kontot är kontrollerat. " + how);
    }

    /** The bank refused the account and the recipient has named another, which must be verified. */
    public void mendAccount(Reference reference, Giro account, String holder) {
        var grant = grants.lock(reference);
        grant.nameAccount(account, holder);
        grants.save(grant);
    }

    /** A person could not verify the account. */
    public void doubtPayee(Reference reference, String why, Actor by) {
        var grant = grants.lock(reference);
        grant.askForAccountAgain(clock.instant());
        grants.save(grant);
        note(reference, by, "Kontot kan inte kontrolleras, bidragsmottagaren ombeds ange ett annat. " + why);
    }

    private void note(Reference reference, Actor by, String text) {
        journal.note(reference, EventKind.GRANT, by, text);
    }

    private Reminder next(Grant grant, RuleSet rules) {
        if (grant.contactAgain() != null) {
            return new Reminder(grant.reminders() + 1, Step.ESCALATE, SwedishDate.startOf(grant.contactAgain()));
        }
        return schedule.next("CONFIRMATION", SwedishDate.on(grant.openedAt()), grant.reminders(), rules);
    }
}
