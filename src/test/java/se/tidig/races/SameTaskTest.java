package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.AtOnce;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.form.FormAnswers;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Two officers reach for the same task of a real case at the same instant, over HTTP. */
@TidigTest
class SameTaskTest {

    private static final Map<String, Object> NONE = Map.of("conflictAnswer", "none");

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    FormAnswers answers;

    @Autowired
    CaseJournal journal;

    @Autowired
    Standing standing;

    Reference reference;
    String task;
    Person first;
    Person second;

    @BeforeEach
    void anApplicationLiesBeforeTheOfficers() {
        reference = cases.received();
        task = play.task(ApplicationPlay.CHECK, reference.value()).getId();
        first = Person.at(port, "officerK1");
        second = Person.at(port, "officerK2");
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void bothCompleteItAndOneIsToldThatItIsDone(RepetitionInfo round) {
        var told = AtOnce.run(
                round.getCurrentRepetition() - 1, () -> first.submit(task, NONE), () -> second.submit(task, NONE));

        assertOneDone(told, "Uppgiften är redan avslutad av någon annan.");
        assertThat(answers.of(reference)).hasSize(1);
        assertThat(journal.of(reference).stream().filter(event -> event.kind() == EventKind.CONFLICT))
                .hasSize(1);
        play.goOn();
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.ASSESS);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void oneWhoPressesTwiceIsToldThatItIsDoneAlready(RepetitionInfo round) {
        var told = AtOnce.run(round.getCurrentRepetition() - 1, 2, () -> first.submit(task, NONE));

        assertOneDone(told, "Du har redan slutfört uppgiften.");
        assertThat(answers.of(reference)).hasSize(1);
        play.goOn();
        assertThat(play.openTasks(reference.value())).containsExactly(ApplicationPlay.ASSESS);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void bothTakeItAndOneIsToldWhoHasIt(RepetitionInfo round) {
        var told = AtOnce.run(round.getCurrentRepetition() - 1, () -> first.claim(task), () -> second.claim(task));

        var winner = told.get(0).isDone() ? "Olle Berg" : "Siv Dal";
        assertOneDone(told, "Uppgiften är redan tagen av " + winner + ".");
        assertThat(play.task(ApplicationPlay.CHECK, reference.value()).getAssignee())
                .isEqualTo(told.get(0).isDone() ? "officerK1" : "officerK2");
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void oneTakesItWhileTheOtherCompletesIt(RepetitionInfo round) {
        var told =
                AtOnce.run(round.getCurrentRepetition() - 1, () -> first.claim(task), () -> second.submit(task, NONE));

        assertOneDone(
                told,
                told.get(0).isDone()
                        ? "Uppgiften är tilldelad Olle Berg. Bara den som uppgiften är tilldelad kan slutföra den."
                        : "Uppgiften är redan avslutad av någon annan.");
        assertThat(answers.of(reference)).hasSize(told.get(0).isDone() ? 0 : 1);
        standing.isSound();
    }

    private static void assertOneDone(List<Person.Answer> told, String loser) {
        assertThat(told).extracting(Person.Answer::status).containsOnlyOnce(400).allMatch(is -> is == 204 || is == 400);
        assertThat(told)
                .filteredOn(answer -> !answer.isDone())
                .extracting(Person.Answer::message)
                .containsExactly(loser);
    }
}
