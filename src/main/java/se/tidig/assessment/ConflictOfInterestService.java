package se.tidig.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.application.ApplicationProgressService;
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
public class ConflictOfInterestService {

    private final Recusals recusals;
    private final ConflictDeclarations declarations;
    private final Applications applications;
    private final ApplicationProgressService progress;
    private final StaffRegister staff;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConflictOfInterestService(
            Recusals recusals,
            ConflictDeclarations declarations,
            Applications applications,
            ApplicationProgressService progress,
            StaffRegister staff,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recusals = recusals;
        this.declarations = declarations;
        this.applications = applications;
        this.progress = progress;
        this.staff = staff;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** The person knows of nothing that disqualifies them and takes the case. */
    public void takeOn(Reference reference, Actor person) {
        applications.lock(reference);
        if (recusals.isRecused(reference, person)) {
            throw new Rejected(
                    "", "Du har anmält jäv i ärendet och kan inte åta dig det. En annan handläggare tar över.");
        }
        progress.takenOn(reference, person);
        declarations.add(reference, person, clock.instant());
        journal.note(reference, EventKind.CONFLICT, person, "Åtar sig ärendet. Känner inte till något jäv.");
    }

    /** The person takes part in the case and knows of nothing that disqualifies them. */
    public void declareNone(Reference reference, Actor person) {
        declarations.add(reference, person, clock.instant());
        journal.note(reference, EventKind.CONFLICT, person, "Deltar i handläggningen. Känner inte till något jäv.");
    }

    /**
     * A person who leaves the case, whatever task they had in it.
     *
     * @param board county letter of the board that has the task
     * @param groups the groups that may do the task
     * @param contested whether the person is unsure if the circumstance disqualifies
     */
    public record Leaving(
            Actor person,
            String board,
            Set<String> groups,
            ConflictGround ground,
            String circumstances,
            boolean contested) {}

    /**
     * The person leaves the case at once. If somebody has to examine the question, it is published: the person is
     * unsure, or nobody else can take over (17 § second sentence).
     */
    public void leave(Reference reference, Leaving leaving) {
        var recusal = recuse(reference, leaving);
        if (leaving.contested() || others(recusal).isEmpty()) {
            recusal.question();
            recusals.save(recusal);
            events.publishEvent(new Recusal.Questioned(reference, recusal.board()));
        }
    }

    /**
     * The person is disqualified and leaves the case at once.
     *
     * @return {@link State#DECLARED}, or {@link State#QUESTIONED} if the board has nobody else who can take over
     */
    public State declare(Reference reference, Actor person, ConflictGround ground, String circumstances) {
        var recusal = recuse(reference, ofTheCase(reference, person, ground, circumstances, false));
        if (others(recusal).isEmpty()) {
            recusal.question();
            recusals.save(recusal);
        }
        return recusal.state();
    }

    /**
     * The person reports a circumstance and is unsure whether it disqualifies; meanwhile the person is out of the
     * case.
     */
    public void question(Reference reference, Actor person, ConflictGround ground, String circumstances) {
        var recusal = recuse(reference, ofTheCase(reference, person, ground, circumstances, true));
        recusal.question();
        recusals.save(recusal);
    }

    private Leaving ofTheCase(
            Reference reference, Actor person, ConflictGround ground, String circumstances, boolean contested) {
        var board = applications.get(reference).board();
        return new Leaving(person, board, Set.of(StaffGroup.CASE_OFFICERS.id()), ground, circumstances, contested);
    }

    private Recusal recuse(Reference reference, Leaving leaving) {
        applications.lock(reference);
        var person = leaving.person();
        if (recusals.isRecused(reference, person)) {
            throw new Rejected("", "Du har redan anmält jäv i ärendet.");
        }
        var recusal = recusals.save(Recusal.declared(reference, leaving, clock.instant()));
        declarations.add(reference, person, clock.instant());
        journal.note(
                reference,
                EventKind.CONFLICT,
                person,
                "Anmäler jäv: %s. Deltar inte i handläggningen."
                        .formatted(leaving.ground().words()));
        events.publishEvent(new Recusal.Entered(reference, person));
        return recusal;
    }

    /**
     * The head of unit's answer.
     *
     * @param answer upheld, not conflicted, or may act although conflicted
     * @throws Rejected with a Swedish sentence if there is nothing to examine, the reviewer is the person concerned,
     *     or the answer would leave nobody for the case
     */
    public void review(Reference reference, State answer, Actor reviewer, String reason) {
        applications.lock(reference);
        var recusal = recusals.questioned(reference)
                .orElseThrow(() -> new Rejected("", "Det finns ingen jävsfråga att pröva i ärendet."));
        if (answer == State.UPHELD && others(recusal).isEmpty()) {
            throw new Rejected("", LegalTexts.of("conflict.nobodyElse"));
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

    /** Whether the board has another person who can do what this person did. */
    @Transactional(readOnly = true)
    public boolean somebodyElseIsLeft(Recusal recusal) {
        return !others(recusal).isEmpty();
    }

    private List<Staff> others(Recusal recusal) {
        var recused = recusals.recusedIn(recusal.reference());
        return staff.all().stream()
                .filter(person -> person.groups().stream().anyMatch(recusal.candidateGroups()::contains))
                .filter(person -> person.boards().contains(Board.valueOf(recusal.board())))
                .filter(person -> !recused.contains(Actor.of(person.id())))
                .toList();
    }

    private static String sentence(State answer) {
        return switch (answer) {
            case UPHELD -> "jävig, deltar inte i handläggningen.";
            case NOT_CONFLICTED -> "inte jävig.";
            case MAY_ACT -> LegalTexts.of("conflict.mayAct");
            case DECLARED, QUESTIONED -> throw new IllegalArgumentException("Not an answer: " + answer);
        };
    }
}
