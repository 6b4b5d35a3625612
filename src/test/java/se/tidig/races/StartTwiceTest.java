package se.tidig.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.AtOnce;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.Applications;
import se.tidig.call.CallFixture;
import se.tidig.form.FormAnswers;
import se.tidig.organisation.Board;

/** A start form that is sent twice, by a double click or because the first answer was slow, makes one case. */
@TidigTest
class StartTwiceTest {

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Autowired
    CallFixture calls;

    @Autowired
    Applications applications;

    @Autowired
    FormAnswers answers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Standing standing;

    @Autowired
    Clock clock;

    Reference call;
    Person registrar;

    @BeforeEach
    void aCallIsOpen() {
        call = Reference.of(calls.open(Board.K).value());
        registrar = Person.at(port, "registrarK");
    }

    @RepeatedTest(AtOnce.ROUNDS)
    void atOnce(RepetitionInfo round) {
        var paper = paper("Språkcafé");

        var told = AtOnce.run(round.getCurrentRepetition() - 1, 3, () -> registrar.start("application", paper));

        assertThat(told).extracting(Person.Answer::status).containsExactlyInAnyOrder(200, 400, 400);
        assertThat(told)
                .filteredOn(answer -> !answer.isDone())
                .extracting(Person.Answer::message)
                .containsOnly("Du skickade in samma uppgifter alldeles nyss och de är mottagna, ärende " + call
                        + "-001. Ska de bli ett ärende till, vänta fem minuter och skicka in dem igen.");
        assertThat(applications.ofCall(call)).hasSize(1);
        assertThat(answers.of(Reference.of(call + "-001"))).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        play.goOn();
        assertThat(play.openTasks(call + "-001")).containsExactly("userTask_conflictCheck");
        standing.isSound();
    }

    @Test
    void otherAnswersAnotherPersonOrAnotherTimeMakeACaseOfTheirOwn() {
        assertThat(registrar.start("application", paper("Språkcafé")).isDone()).isTrue();
        assertThat(registrar.start("application", paper("Promenader")).isDone()).isTrue();
        assertThat(Person.at(port, "admin")
                        .start("application", paper("Språkcafé"))
                        .isDone())
                .isTrue();
        assertThat(registrar.start("application", paper("Språkcafé")).status()).isEqualTo(400);
        play.pass(Duration.ofMinutes(5));
        assertThat(registrar.start("application", paper("Språkcafé")).isDone()).isTrue();
        assertThat(applications.ofCall(call)).hasSize(4);
    }

    private Map<String, Object> paper(String title) {
        var paper = new HashMap<>(ApplicationFixture.answers("title", title));
        paper.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        paper.put("organisationNumber", "802002-4280");
        paper.put("callReference", call.value());
        paper.put("receivedDate", SwedishDate.on(clock.instant()).toString());
        return paper;
    }
}
