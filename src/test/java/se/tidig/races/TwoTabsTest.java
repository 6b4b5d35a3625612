package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.AtOnce;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.process.ApplicationPlay;
import se.tidig.engine.DemoStaff;
import se.tidig.form.FormAnswers;

/** Tasklist in two tabs of one browser: an act in one meets an act in the other. */
@TidigTest
class TwoTabsTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    ApplicationPlay cases;

    @Autowired
    FormAnswers answers;

    @Autowired
    Standing standing;

    Reference reference;
    String task;
    Browser tabs;

    @BeforeEach
    void anOfficerHasTheSameTaskOpenInBoth() {
        reference = cases.received();
        task = play.task(ApplicationPlay.CHECK, reference.value()).getId();
        tabs = loggedIn("officerK1", new Browser(port));
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void loggingOutInOneMeetsCompletingInTheOther(RepetitionInfo round) {
        var told = AtOnce.run(
                round.getCurrentRepetition() - 1,
                this::submit,
                () -> Person.answer(tabs.postJson("/camunda/api/admin/auth/user/default/logout", "")));

        assertThat(told.get(1).status()).isEqualTo(204);
        var done = told.get(0).isDone();
        if (!done) {
            // If the session ends after Tidig has let the request pass, the webapp finds another person's page.
            assertThat(told.get(0).status()).as(told.get(0).body()).isIn(401, 403);
            assertThat(told.get(0).message())
                    .startsWith(
                            told.get(0).status() == 401
                                    ? "Inloggningen har gått ut. Logga in igen"
                                    : "Sidan hör till en tidigare inloggning. Läs in den på nytt");
        }
        assertThat(answers.of(reference)).hasSize(done ? 1 : 0);
        assertThat(submit().status()).as("after the log-out").isEqualTo(401);
        play.goOn();
        assertThat(play.openTasks(reference.value()))
                .containsExactly(done ? ApplicationPlay.ASSESS : ApplicationPlay.CHECK);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void completingInBothIsDoneOnce(RepetitionInfo round) {
        var told = AtOnce.run(round.getCurrentRepetition() - 1, 2, this::submit);

        assertThat(told).extracting(Person.Answer::status).containsExactlyInAnyOrder(204, 400);
        assertThat(told)
                .filteredOn(answer -> !answer.isDone())
                .extracting(Person.Answer::message)
                .containsExactly("Du har redan slutfört uppgiften.");
        assertThat(answers.of(reference)).hasSize(1);
        standing.isSound();
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void anotherLogsInInOneWhileTheFirstStillCompletesInTheOther(RepetitionInfo round) {
        var told = AtOnce.run(
                round.getCurrentRepetition() - 1,
                this::submit,
                () -> Person.answer(loggedIn("registrarK", tabs).get("/camunda/api/admin/auth/user/default")));

        // If the answer to the first comes last, the browser keeps that tab's ended session: the person logs in
        // again.
        assertThat(told.get(1).body())
                .containsAnyOf("\"userId\":\"registrarK\"", "Inloggningen har gått ut. Logga in igen")
                .doesNotContain("officerK1");
        assertThat(told.get(0).status()).as(told.get(0).body()).isIn(204, 401, 403);
        if (!told.get(0).isDone()) {
            assertThat(told.get(0).message())
                    .containsAnyOf(
                            "Inloggningen har gått ut. Logga in igen",
                            "Sidan hör till en tidigare inloggning. Läs in den på nytt",
                            "Du har inte behörighet till detta");
        }
        var given = answers.of(reference);
        assertThat(given).hasSize(told.get(0).isDone() ? 1 : 0);
        assertThat(given).allMatch(answer -> answer.actor().equals(Actor.of("officerK1")));
        standing.isSound();
    }

    private Person.Answer submit() {
        return Person.answer(
                tabs.postJson(TASKS + task + "/submit-form", Browser.answers(Map.of("conflictAnswer", "none"))));
    }

    private static Browser loggedIn(String person, Browser browser) {
        browser.login(person, DemoStaff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }
}
