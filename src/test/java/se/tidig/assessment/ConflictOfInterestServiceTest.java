package se.tidig.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.assessment.ConflictOfInterestService.Leaving;
import se.tidig.assessment.Recusal.State;
import se.tidig.engine.DemoStaff;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Board;

/** Who has a conflict of interest leaves the case, and the head of unit examines what is unclear (16–18 §§ FL). */
@DomainTest
class ConflictOfInterestServiceTest {

    private static final Actor FIRST = Actor.of("officerK1");
    private static final Actor SECOND = Actor.of("officerK2");
    private static final Actor HEAD = Actor.of("headK");
    private static final ConflictGround PARTY = new ConflictGround("party", "part eller närstående");

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    DemoStaff staff;

    @Autowired
    ConflictOfInterestService conflicts;

    @Autowired
    ConflictDeclarations declarations;

    @Autowired
    Recusals recusals;

    @Autowired
    RecusedGuard guard;

    @Autowired
    Applications applications;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    Reference reference;

    @BeforeEach
    void anApplicationIsCheckedAtABoardWithTwoOfficers() {
        staff.create();
        reference = fixture.checked(Board.K, ApplicationFixture.answers());
    }

    @Test
    void whoTakesTheCaseKnowsOfNoConflictAndHandlesItFromNowOn() {
        assertThat(declarations.has(reference, FIRST)).isFalse();

        conflicts.takeOn(reference, FIRST);

        assertThat(applications.get(reference).officer()).isEqualTo(FIRST);
        assertThat(declarations.has(reference, FIRST)).isTrue();
        assertThat(declarations.has(reference, SECOND)).isFalse();
        told("Åtar sig ärendet. Känner inte till något jäv.");
    }

    @Test
    void whoTakesPartKnowsOfNoConflictAndTheCaseKeepsItsOfficer() {
        conflicts.takeOn(reference, FIRST);

        conflicts.declareNone(reference, SECOND);

        assertThat(applications.get(reference).officer()).isEqualTo(FIRST);
        assertThat(declarations.has(reference, SECOND)).isTrue();
        told("Deltar i handläggningen. Känner inte till något jäv.");
    }

    @Test
    void whoDeclaresAConflictIsOutOfTheCaseAtOnce() {
        assertThat(conflicts.declare(reference, FIRST, PARTY, "Min syster.")).isEqualTo(State.DECLARED);

        assertThat(recusals.isRecused(reference, FIRST)).isTrue();
        assertThat(declarations.has(reference, FIRST)).isTrue();
        told("Anmäler jäv: part eller närstående. Deltar inte i handläggningen.");
        assertThat(events.stream(Recusal.Entered.class)).containsExactly(new Recusal.Entered(reference, FIRST));
        refused(
                () -> conflicts.takeOn(reference, FIRST),
                "Du har anmält jäv i ärendet och kan inte åta dig det. En annan handläggare tar över.");
        refused(() -> conflicts.declare(reference, FIRST, PARTY, "Igen."), "Du har redan anmält jäv i ärendet.");
        refused(
                () -> guard.check(task(FIRST)),
                "Du har anmält jäv i ärendet " + reference
                        + " och deltar inte i handläggningen (17 § förvaltningslagen).");
        assertThatCode(() -> guard.check(task(SECOND))).doesNotThrowAnyException();
        assertThatCode(() -> guard.check(new CaseTask(null, "K", "call", null, "x", null, null, FIRST, Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void theLastWhoCouldTakeOverIsAQuestionForTheHeadOfUnit() {
        conflicts.declare(reference, FIRST, PARTY, "Min syster.");

        assertThat(conflicts.declare(reference, SECOND, PARTY, "Min bror.")).isEqualTo(State.QUESTIONED);

        assertThat(recusals.questioned(reference))
                .hasValueSatisfying(recusal -> assertThat(recusal.person()).isEqualTo(SECOND));
        assertThat(events.stream(Recusal.Questioned.class)).isEmpty();
    }

    @Test
    void aConflictThatThePersonIsUnsureOfIsAQuestionThoughOthersCouldTakeOver() {
        conflicts.question(reference, FIRST, PARTY, "En avlägsen kusin.");

        assertThat(recusals.questioned(reference)).hasValueSatisfying(recusal -> assertThat(recusal.circumstances())
                .isEqualTo("En avlägsen kusin."));
        assertThat(recusals.isRecused(reference, FIRST)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false, K, caseOfficers, false", "true, K, caseOfficers, true", "false, K, headsOfUnit, true"})
    void whoLeavesAnyTaskIsAQuestionIfUnsureOrIfNobodyElseOfTheGroupIsAtTheBoard(
            boolean contested, String board, String group, boolean questioned) {
        conflicts.leave(reference, new Leaving(HEAD, board, Set.of(group), PARTY, "Min syster.", contested));

        assertThat(recusals.questioned(reference).isPresent()).isEqualTo(questioned);
        assertThat(events.stream(Recusal.Questioned.class).toList())
                .isEqualTo(questioned ? List.of(new Recusal.Questioned(reference, "K")) : List.of());
    }

    @Test
    void anotherBoardsPeopleAndThoseWhoAreRecusedCannotTakeOver() {
        conflicts.declare(reference, FIRST, PARTY, "Min syster.");
        var second = Recusal.declared(
                reference, new Leaving(SECOND, "K", Set.of("caseOfficers"), PARTY, "x", false), Instant.now());
        assertThat(conflicts.somebodyElseIsLeft(second)).isTrue();

        conflicts.declare(reference, SECOND, PARTY, "Min bror.");

        assertThat(conflicts.somebodyElseIsLeft(second)).isFalse();
    }

    @Test
    void aQuestionIsExaminedAndWhoHasNoConflictMayComeBack() {
        conflicts.question(reference, FIRST, PARTY, "En avlägsen kusin.");

        conflicts.review(reference, State.NOT_CONFLICTED, HEAD, "För avlägset.");

        assertThat(recusals.isRecused(reference, FIRST)).isFalse();
        told("Jävsfrågan prövad för Olle Berg: inte jävig.");
        assertThat(events.stream(Recusal.Lifted.class)).containsExactly(new Recusal.Lifted(reference, FIRST));
    }

    @Test
    void whoIsFoundToHaveAConflictStaysOut() {
        conflicts.question(reference, FIRST, PARTY, "En kusin.");

        conflicts.review(reference, State.UPHELD, HEAD, "Nära släkt.");

        assertThat(recusals.isRecused(reference, FIRST)).isTrue();
        told("Jävsfrågan prövad för Olle Berg: jävig, deltar inte i handläggningen.");
        assertThat(events.stream(Recusal.Lifted.class)).isEmpty();
    }

    @Test
    void whoIsNeededMayActAlthoughInConflictButIsNotKeptOutIfNobodyElseIsLeft() {
        conflicts.declare(reference, FIRST, PARTY, "Min syster.");
        conflicts.declare(reference, SECOND, PARTY, "Min bror.");

        assertThatThrownBy(() -> conflicts.review(reference, State.UPHELD, HEAD, "Nära släkt."))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("Länsstyrelsen har ingen annan som kan ta över uppgiften.");
        conflicts.review(reference, State.MAY_ACT, HEAD, "Brådskar.");

        assertThat(recusals.isRecused(reference, SECOND)).isFalse();
        told("Jävsfrågan prövad för Siv Dal: jävig, men får utföra det som ingen annan kan utföra utan avsevärd"
                + " försening (17 §).");
    }

    @Test
    void thereMustBeAQuestionToExamine() {
        refused(
                () -> conflicts.review(reference, State.UPHELD, HEAD, "Skäl"),
                "Det finns ingen jävsfråga att pröva i ärendet.");
    }

    private CaseTask task(Actor person) {
        return new CaseTask(reference, "K", "application", null, "assess", null, null, person, Map.of());
    }

    private void told(String text) {
        assertThat(journal.latest(reference, EventKind.CONFLICT).text()).isEqualTo(text);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Rejected.class).hasMessage(because);
    }
}
