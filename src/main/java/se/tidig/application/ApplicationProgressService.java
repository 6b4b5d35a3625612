package se.tidig.application;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.DiaryNumberRefused.Why;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Calls;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * The steps of an application's case as the stages take them. A step that may let the call's prioritisation begin
 * locks the call, before the application.
 */
@Service
@Transactional
public class ApplicationProgressService {

    /** Records systems number in different ways; none needs more characters than this. */
    private static final Pattern DIARY_NUMBER = Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d ./:-]{0,38}[\\p{L}\\d])?");

    private final Calls calls;
    private final Applications applications;
    private final DiaryNumbers diaryNumbers;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicationProgressService(
            Calls calls,
            Applications applications,
            DiaryNumbers diaryNumbers,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.diaryNumbers = diaryNumbers;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Gives the application its diary number, unless it was withdrawn before that. */
    public Application register(Reference reference) {
        var application = applications.lock(reference);
        if (application.status() != ApplicationStatus.RECEIVED) {
            return application;
        }
        application.register(diaryNumbers.next(application.board(), SwedishDate.on(clock.instant())));
        journal.note(
                reference, EventKind.REGISTRATION, null, "Diarieförd med nummer " + application.diaryNumber() + ".");
        return applications.save(application);
    }

    /** @param officer user id of the person who handles the case from now on */
    public void takenOn(Reference reference, Actor officer) {
        var application = applications.lock(reference);
        application.takenOn(officer);
        applications.save(application);
    }

    /**
     * Replaces the diary number by the one that the board's records system gave.
     *
     * @throws DiaryNumberRefused if it cannot be that number
     */
    public void renumber(Reference reference, String given, Actor actor) {
        var application = applications.lock(reference);
        var diaryNumber = given == null ? "" : given.strip();
        refuseIf(application.diaryNumber() == null, Why.NOT_REGISTERED);
        refuseIf(!DIARY_NUMBER.matcher(diaryNumber).matches(), Why.MALFORMED);
        refuseIf(diaryNumber.equals(application.diaryNumber()), Why.UNCHANGED);
        refuseIf(diaryNumbers.isTaken(application.board(), diaryNumber), Why.TAKEN);
        journal.note(
                reference,
                EventKind.REGISTRATION,
                actor,
                "Diarienumret ändrat från %s till %s.".formatted(application.diaryNumber(), diaryNumber));
        application.renumber(diaryNumber);
        applications.save(application);
    }

    private static void refuseIf(boolean wrong, Why why) {
        if (wrong) {
            throw new DiaryNumberRefused(why);
        }
    }

    /**
     * When a person judges whether the decision will be late (11 § FL). The table gives how long before the day that
     * the call announced. If that time has passed or no day is announced, the table gives how long after the day of
     * receipt (12 § FL says six months).
     *
     * @param rules the tables that the case keeps
     */
    @Transactional(readOnly = true)
    public Instant delayReviewAt(Application application, RuleSet rules) {
        var announced = calls.get(application.call()).decisionBy();
        if (announced != null) {
            var review = DelayReview.beforeAnnounced(announced, rules);
            if (review.isAfter(clock.instant())) {
                return review;
            }
        }
        return DelayReview.afterReceived(SwedishDate.on(application.receivedAt()), rules);
    }

    /** A ground for rejection or refusal was upheld: the application is not ranked. */
    public void exclude(Reference reference) {
        settle(reference, Application::exclude);
    }

    public void assessed(Reference reference) {
        settle(reference, Application::assessed);
    }

    /** The decision to write off a withdrawn application. */
    public void writeOff(Reference reference) {
        settle(reference, Application::writeOff);
    }

    public void prioritise(Reference reference) {
        step(reference, Application::prioritise);
    }

    public void propose(Reference reference) {
        step(reference, Application::propose);
    }

    /** The case is decided; {@link Application.Decided} is published. */
    public void decide(Reference reference) {
        var application = step(reference, Application::decide);
        events.publishEvent(new Application.Decided(reference, application.call()));
    }

    private void settle(Reference reference, Consumer<Application> step) {
        var call = applications.get(reference).call();
        calls.lock(call);
        step(reference, step);
        events.publishEvent(new Application.Settled(reference, call));
    }

    private Application step(Reference reference, Consumer<Application> step) {
        var application = applications.lock(reference);
        step.accept(application);
        return applications.save(application);
    }
}
