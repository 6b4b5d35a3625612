package se.tidig.assessment;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.assessment.Recusal.State;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** Conflicts of interest in a case: declared, questioned, examined (16–18 §§ förvaltningslagen). */
@Service
@Transactional
public class ConflictsOfInterest {

    private final Recusals recusals;
    private final Applications applications;
    private final StaffRegister staff;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConflictsOfInterest(
            Recusals recusals,
            Applications applications,
            StaffRegister staff,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recusals = recusals;
        this.applications = applications;
        this.staff = staff;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The person knows of nothing that disqualifies them and takes the case. */
    public void takeOn(String reference, String person) {
        applications.lock(reference);
        if (recusals.isRecused(reference, person)) {
            throw new Rejected(
                    "", "Du har anmält jäv i ärendet och kan inte åta dig det. En annan handläggare tar över.");
        }
        journal.note(reference, EventKind.CONFLICT, person, "Åtar sig ärendet. Känner inte till något jäv.");
    }

    /**
     * The person is disqualified and out of the case at once.
     *
     * @return {@link State#DECLARED}, or {@link State#QUESTIONED} where the board has nobody else who could take over
     */
    public State declare(String reference, String person, ConflictGround ground, String circumstances) {
        var recusal = recuse(reference, person, ground, circumstances);
        if (others(applications.get(reference)).isEmpty()) {
            recusal.question();
            recusals.save(recusal);
        }
        return recusal.state();
    }

    /** The person tells of a circumstance and does not know whether it disqualifies; out of the case meanwhile. */
    public void question(String reference, String person, ConflictGround ground, String circumstances) {
        var recusal = recuse(reference, person, ground, circumstances);
        recusal.question();
        recusals.save(recusal);
    }

    private Recusal recuse(String reference, String person, ConflictGround ground, String circumstances) {
        var application = applications.lock(reference);
        if (recusals.isRecused(reference, person)) {
            throw new Rejected("", "Du har redan anmält jäv i ärendet.");
        }
        var recusal = recusals.save(
                Recusal.declared(reference, application.board(), person, ground, circumstances, clock.instant()));
        journal.note(
                reference,
                EventKind.CONFLICT,
                person,
                "Anmäler jäv: %s (%s förvaltningslagen). Deltar inte i handläggningen."
                        .formatted(ground.swedishName(), ground.paragraph()));
        events.publishEvent(new Recusal.Entered(reference, person));
        return recusal;
    }

    /**
     * The head of unit's answer.
     *
     * @param answer upheld, not conflicted, or may act although conflicted
     * @throws Rejected with a Swedish sentence, where there is nothing to examine, the reviewer is the one
     *     it concerns, or the answer would leave the case to nobody
     */
    public void review(String reference, State answer, String reviewer, String reason) {
        var application = applications.lock(reference);
        var recusal = recusals.questioned(reference)
                .orElseThrow(() -> new Rejected("", "Det finns ingen jävsfråga att pröva i ärendet."));
        if (answer == State.UPHELD && others(application).isEmpty()) {
            throw new Rejected(
                    "",
                    "Länsstyrelsen har ingen annan handläggare som kan ta över ärendet."
                            + " Låt en administratör lägga till en ersättare först, eller besluta att personen får utföra"
                            + " det som ingen annan kan utföra utan att ärendet försenas avsevärt (17 § förvaltningslagen).");
        }
        recusal.review(answer, reviewer, reason, clock.instant());
        recusals.save(recusal);
        journal.note(
                reference,
                EventKind.CONFLICT,
                reviewer,
                "Jävsfrågan prövad för %s: %s".formatted(staff.nameOf(recusal.person()), sentence(answer)));
        if (!recusal.isInForce()) {
            events.publishEvent(new Recusal.Lifted(reference, recusal.person()));
        }
    }

    /** Whether the board has a case officer who could take the case. */
    @Transactional(readOnly = true)
    public boolean somebodyElseIsLeft(String reference) {
        return !others(applications.get(reference)).isEmpty();
    }

    private List<Staff> others(Application application) {
        var recused = recusals.recusedIn(application.reference());
        return staff.all().stream()
                .filter(person -> person.isIn(StaffGroup.CASE_OFFICERS))
                .filter(person -> person.boards().contains(Board.valueOf(application.board())))
                .filter(person -> !recused.contains(person.id()))
                .toList();
    }

    private static String sentence(State answer) {
        return switch (answer) {
            case UPHELD -> "jävig, deltar inte i handläggningen.";
            case NOT_CONFLICTED -> "inte jävig.";
            case MAY_ACT -> "jävig, men får utföra det som ingen annan kan utföra utan avsevärd försening (17 §).";
            case DECLARED, QUESTIONED -> throw new IllegalArgumentException("Not an answer: " + answer);
        };
    }
}
