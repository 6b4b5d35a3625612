package se.tidig.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.DecisionDemand.Standing;
import se.tidig.call.Call;
import se.tidig.call.CallStatus;
import se.tidig.call.Calls;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** Receives what applicants send in: applications, through the portal or on paper, and everything that follows. */
@Service
@Transactional
public class ApplicationIntakeService {

    private final Calls calls;
    private final Applications applications;
    private final ApplicantService applicants;
    private final Completions completions;
    private final ChangedAnswers changed;
    private final Hearings hearings;
    private final DecisionDemands demands;
    private final TimeLimitsTable limits;
    private final ObjectProvider<LaterHearing> laterHearings;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicationIntakeService(
            Calls calls,
            Applications applications,
            ApplicantService applicants,
            Completions completions,
            ChangedAnswers changed,
            Hearings hearings,
            DecisionDemands demands,
            TimeLimitsTable limits,
            ObjectProvider<LaterHearing> laterHearings,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.applicants = applicants;
        this.completions = completions;
        this.changed = changed;
        this.hearings = hearings;
        this.demands = demands;
        this.limits = limits;
        this.laterHearings = laterHearings;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Receives an application from the portal; its process begins in the same transaction.
     *
     * @param answers by the keys of the form {@code application}
     * @param enteredBy the applicant's person; may be null
     * @return the application's reference
     * @throws Rejected if the call does not exist or has not opened
     */
    public Reference submit(Reference callReference, Map<String, Object> answers, Instant receivedAt, Actor enteredBy) {
        var call = open(callReference);
        var application = receive(call, answers, receivedAt, enteredBy);
        events.publishEvent(
                new Application.Submitted(application.reference(), application.call(), application.board()));
        return application.reference();
    }

    /**
     * Records an application that came on paper; the registrar's start form begins its process.
     *
     * @param receivedOn the day of receipt by 22 § FL
     * @throws Rejected if the call does not exist or has not opened, or the day is not possible
     */
    public Application receivePaper(
            Reference callReference, Map<String, Object> answers, LocalDate receivedOn, Actor registrar) {
        return receivePaper(callReference, answers, receivedOn, null, registrar);
    }

    /**
     * Records an application on paper that may have come on the weekday after a free last day.
     *
     * @param lateReason why it is judged late all the same; null if it is in time
     */
    public Application receivePaper(
            Reference callReference,
            Map<String, Object> answers,
            LocalDate receivedOn,
            String lateReason,
            Actor registrar) {
        var call = open(callReference);
        checkDay(call, receivedOn);
        if (lateReason == null) {
            return receive(call, answers, DayOfReceipt.instant(receivedOn, call.inTimeUntil()), registrar);
        }
        var closingDay = SwedishDate.on(call.closesAt().minusNanos(1));
        JudgedLate.check(closingDay, receivedOn);
        var application = receive(call, answers, DayOfReceipt.noon(receivedOn), registrar);
        application.judgeLate(lateReason);
        journal.note(
                application.reference(),
                EventKind.EXAMINATION,
                registrar,
                JudgedLate.note(closingDay, receivedOn, lateReason));
        return applications.save(application);
    }

    /**
     * Refuses what {@link #receivePaper} would refuse of the call and the day.
     *
     * @param receivedOn null if it is not known
     */
    @Transactional(readOnly = true)
    public void checkReceipt(Reference callReference, LocalDate receivedOn) {
        var call = known(callReference);
        checkOpen(call);
        if (receivedOn != null) {
            checkDay(call, receivedOn);
        }
    }

    private void checkDay(Call call, LocalDate receivedOn) {
        DayOfReceipt.check(
                receivedOn, SwedishDate.on(call.opensAt()), "utlysningen öppnade", SwedishDate.on(clock.instant()));
    }

    private Application receive(Call call, Map<String, Object> answers, Instant receivedAt, Actor enteredBy) {
        var number = applications.lastNumber(call.reference()) + 1;
        var application = applications.save(Application.received(
                call.reference(),
                number,
                call.board(),
                EmptyRowFilter.withoutEmpty(answers),
                receivedAt,
                new Application.Entry(enteredBy, clock.instant())));
        applicants.describe(application);
        journal.note(new CaseEvent(
                application.reference(),
                receivedAt,
                enteredBy,
                EventKind.APPLICATION,
                "Ansökan från %s: %s. Sökt belopp %s."
                        .formatted(
                                application.applicantName(),
                                Objects.toString(application.given().text("title"), "verksamheten har inget namn"),
                                application.requestedAmount())));
        return application;
    }

    /** Locks the call, so that running numbers are unique and the call cannot close in between. */
    private Call open(Reference callReference) {
        known(callReference);
        var call = calls.lock(callReference);
        checkOpen(call);
        return call;
    }

    private Call known(Reference callReference) {
        return calls.find(callReference).orElseThrow(() -> unknownCall(callReference.value()));
    }

    /** What a person is told who names a call that does not exist. */
    public static Rejected unknownCall(String given) {
        return new Rejected(
                "callReference", "Ingen utlysning har numret " + given + ". Kontrollera numret i utlysningen.");
    }

    private static void checkOpen(Call call) {
        var callReference = call.reference();
        if (call.status() == CallStatus.CANCELLED) {
            throw new Rejected("callReference", "Utlysningen " + callReference + " är inställd.");
        }
        if (call.status() == CallStatus.DRAFT || call.status() == CallStatus.APPROVED) {
            throw new Rejected(
                    "callReference",
                    "Utlysningen " + callReference + " har inte öppnat. Den öppnar " + SwedishDate.text(call.opensAt())
                            + ".");
        }
    }

    /**
     * The applicant withdraws the application before the decision; the case is then written off by decision.
     *
     * @throws Rejected if it is already decided or withdrawn
     */
    public void withdraw(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        var call = applications.get(reference).call();
        calls.lock(call);
        var application = checkWithdrawal(reference);
        var waitedFor = application.status().isUnsettled();
        application.withdraw();
        applications.save(application);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.WITHDRAWAL, text));
        events.publishEvent(new Application.Withdrawn(reference));
        if (waitedFor) {
            events.publishEvent(new Application.Settled(reference, call));
        }
    }

    /**
     * Records any other document and, until the case is decided, tells its officer. Never refused: whatever comes in
     * is recorded.
     */
    public void supplement(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        applications.lock(reference);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.SUPPLEMENT, text));
        events.publishEvent(new Application.Supplemented(reference));
    }

    /** An appeal, whatever it is against: a person examines when it came and hands it over to the court (43–46 §§ FL). */
    public void appeal(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        applications.lock(reference);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.APPEAL, text));
        events.publishEvent(new Application.Supplemented(reference));
    }

    /** Records that circumstances have changed (15 a §). Never refused. */
    public void notifyChange(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        applications.lock(reference);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.CHANGE, text));
        events.publishEvent(new Application.ChangeNotified(reference));
    }

    /**
     * Records a completion. Its answers replace those of the application; its documents are added. A late one is
     * accepted too, until the case is decided (23 § FL).
     *
     * @throws Rejected if nothing was asked for, or the case is decided
     */
    public void complete(
            Reference reference, Map<String, Object> answers, String text, Instant receivedAt, Actor enteredBy) {
        complete(reference, answers, text, receivedAt, enteredBy, false);
    }

    /** Records a completion that a person may have judged late: it is accepted, and the period runs to its end. */
    public void complete(
            Reference reference,
            Map<String, Object> answers,
            String text,
            Instant receivedAt,
            Actor enteredBy,
            boolean judgedLate) {
        var application = checkCompletion(reference);
        var completion = completions.latest(reference).orElseThrow();
        var before = application.answers();
        application.answer(CompletedAnswers.of(before, answers));
        changed.add(reference, before, application.answers(), enteredBy);
        applications.save(application);
        applicants.describe(application);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.COMPLETION, text));
        var awaited = completion.isOpen() && !judgedLate;
        if (!judgedLate) {
            completion.answered(receivedAt);
            completions.save(completion);
        }
        events.publishEvent(awaited ? new Application.Completed(reference) : new Application.Supplemented(reference));
    }

    /**
     * Records the party's comments on the material (25 § FL), before the decision on the application or a later one.
     * Late comments are put before the officer of the case.
     *
     * @throws Rejected if the party has not been sent any material
     */
    public void reply(Reference reference, String text, Instant receivedAt, Actor enteredBy) {
        reply(reference, text, receivedAt, enteredBy, false);
    }

    /** Records comments that a person may have judged late: the officer of the case reads them. */
    public void reply(Reference reference, String text, Instant receivedAt, Actor enteredBy, boolean judgedLate) {
        var later = checkReply(reference);
        if (later.isPresent()) {
            journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.REPLY, text));
            later.get().reply(reference, text, receivedAt, judgedLate);
            return;
        }
        var hearing = hearings.latest(reference).orElseThrow();
        var awaited = !judgedLate && !hearing.isReplied() && clock.instant().isBefore(hearing.deadline());
        hearing.replied(text, receivedAt);
        hearings.save(hearing);
        journal.note(new CaseEvent(reference, receivedAt, enteredBy, EventKind.REPLY, text));
        events.publishEvent(awaited ? new Application.Replied(reference) : new Application.Supplemented(reference));
    }

    /**
     * Records the applicant's written demand for a decision (12 § FL): once in a case, and not before the case has
     * been with the board for the time in the table {@code time-limits}.
     *
     * @throws Rejected if it is too early, was made before, or the case is decided
     */
    public void demandDecision(Reference reference, String text, LocalDate receivedOn, Actor enteredBy) {
        var application = checkDemand(reference);
        var answer = limits.of(Limit.DEMAND_ANSWER).after(receivedOn);
        demands.save(DecisionDemand.received(application, receivedOn, answer, standing(application, receivedOn), text));
        journal.note(
                new CaseEvent(reference, DayOfReceipt.noon(receivedOn), enteredBy, EventKind.DECISION_DEMAND, text));
        events.publishEvent(new Application.DecisionDemanded(reference));
    }

    /** Locks the application; refuses if it can no longer be withdrawn. */
    Application checkWithdrawal(Reference reference) {
        var application = undecided(reference, "En återkallelse");
        if (application.status() == ApplicationStatus.WITHDRAWN) {
            throw new Rejected("", "Ansökan " + reference + " är redan återkallad.");
        }
        return application;
    }

    /** Locks the application; refuses if no completion was asked for. */
    Application checkCompletion(Reference reference) {
        var application = undecided(reference, "En komplettering");
        if (completions.latest(reference).isEmpty()) {
            throw new Rejected(
                    "",
                    "Ingen komplettering är begärd i ärendet " + reference
                            + ". Registrera handlingen som annan handling.");
        }
        return application;
    }

    /**
     * Locks the application; refuses if the party has not been sent any material.
     *
     * @return the hearing after the decision that the comments belong to; empty if it is the application's own
     */
    Optional<LaterHearing> checkReply(Reference reference) {
        var decided = applications.lock(reference).status().isFinal();
        var later = laterHearings.stream()
                .filter(hearing -> hearing.open(reference).isPresent())
                .findFirst();
        if (later.isEmpty() && (decided || hearings.latest(reference).isEmpty())) {
            throw new Rejected(
                    "",
                    "Inget underlag är kommunicerat i ärendet " + reference
                            + ". Registrera handlingen som annan handling.");
        }
        return later;
    }

    /** Refuses a day before the application came in. */
    void checkDay(Reference reference, LocalDate receivedOn) {
        DayOfReceipt.check(
                receivedOn,
                SwedishDate.on(applications.get(reference).receivedAt()),
                "ansökan kom in",
                SwedishDate.on(clock.instant()));
    }

    /**
     * Locks the application; refuses if it is decided. A demand that comes too early or for the second time is
     * recorded and rejected.
     */
    Application checkDemand(Reference reference) {
        return undecided(reference, "En begäran om att ärendet ska avgöras");
    }

    private Standing standing(Application application, LocalDate receivedOn) {
        if (demands.isMade(application.reference())) {
            return Standing.REPEATED;
        }
        var end = limits.of(Limit.DECISION_DEMAND).after(SwedishDate.on(application.receivedAt()));
        return receivedOn.isAfter(end.last()) ? Standing.ADMISSIBLE : Standing.EARLY;
    }

    private Application undecided(Reference reference, String what) {
        var application = applications.lock(reference);
        if (application.status().isFinal()) {
            throw new Rejected(
                    "",
                    what + " kan inte tas emot: ansökan " + reference + " är redan "
                            + application.status().swedishName().toLowerCase()
                            + ". Registrera handlingen som annan handling.");
        }
        return application;
    }
}
