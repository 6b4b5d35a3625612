package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Browser;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.casefile.PublicStages;
import se.tidig.engine.DemoStaff;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** A document that comes in after a case has ended is not lost: it may be an appeal (43–46 §§ förvaltningslagen). */
@TidigTest
class LateDocumentTest {

    private static final String READ = "userTask_readLateDocument";

    @LocalServerPort
    int port;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseJournal journal;

    @Autowired
    PublicStages stages;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(strings = {"supplement", "change", "appeal"})
    void aRefusedCase(String kind) {
        var reference = refused();
        assertThat(play.openTasks(reference.value())).isEmpty();
        var shown = stages.of(reference);

        enter(reference, kind);

        assertThat(play.openTasks(reference.value())).containsExactly(READ);
        assertThat(stages.of(reference)).as("the applicant's stages").isEqualTo(shown);
        var task = play.task(READ, reference.value());
        assertThat(task.getName()).isEqualTo("Läs handling i avslutat ärende");
        for (var person : List.of("officerK2", "registrarK")) {
            assertThat(listed(person, task.getId())).as(person).isOne();
        }
        for (var person : List.of("officerH1", "registrarH", "deciderK", "financeK1")) {
            assertThat(listed(person, task.getId())).as(person).isZero();
        }
        var shownToOfficer = new Browser(port)
                .with("officerK2", DemoStaff.PASSWORD)
                .get("/engine-rest/task/" + task.getId() + "/form-variables?deserializeValues=false")
                .body();
        assertThat(shownToOfficer).contains("Vi överklagar beslutet.", "lateDocument");

        play.as("officerK2")
                .complete(
                        READ,
                        reference.value(),
                        Map.of("lateDocumentNote", "Överklagande. Lämnat till förvaltningsrätten."));

        assertThat(play.openTasks(reference.value())).isEmpty();
        var noted = journal.latest(reference, EventKind.NOTE);
        assertThat(noted.actor()).isEqualTo(Actor.of("officerK2"));
        assertThat(noted.text()).contains("Lämnat till förvaltningsrätten");
        assertThat(stages.of(reference)).isEqualTo(shown);
    }

    @Test
    void aCaseThatWasWrittenOff() {
        var reference = cases.toPropose(cases.call(), 100_000);
        intake.withdraw(reference, "Vi drar oss ur.", clock.instant(), Actor.of("forening@example.org"));
        enter(reference, "supplement");
        assertThat(play.openTasks(reference.value()))
                .as("while it waits to be written off")
                .containsExactlyInAnyOrder("userTask_writeOff", READ);
        play.as("officerK1").complete(READ, reference.value(), Map.of("lateDocumentNote", "Läst."));
        play.as("deciderK")
                .complete(
                        "userTask_writeOff",
                        reference.value(),
                        Map.of("writeOffReasons", "Ansökan har återkallats.", "writeOffDecided", true));
        cases.goOn();
        assertThat(play.openTasks(reference.value())).isEmpty();

        play.pass(Duration.ofMinutes(6));
        enter(reference, "supplement");

        assertThat(play.openTasks(reference.value())).containsExactly(READ);
    }

    @Test
    void aGrantThatRunsAndThenHasEnded() {
        var reference = cases.toPropose(cases.call(), 90_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 90_000L));
        cases.decide(reference, "deciderK");
        enter(reference, "supplement");
        assertThat(play.openTasks(reference.value()))
                .as("whoever has the grant reads it")
                .contains("userTask_readSupplement")
                .doesNotContain(READ);
        play.as("officerK1").complete("userTask_readSupplement", reference.value(), Map.of("supplementNote", "Läst."));
        confirmation.decline(reference, "Verksamheten blir inte av.");
        cases.goOn();
        for (var left : play.openTasks(reference.value())) {
            assertThat(left).isNotEqualTo(READ);
        }
        assertThat(play.ended("grant", reference.value())).isTrue();

        play.pass(Duration.ofMinutes(6));
        enter(reference, "supplement");
        enter(reference, "change");

        assertThat(play.openTasks(reference.value()).stream().filter(READ::equals))
                .hasSize(2);
    }

    @Test
    void aReportThatNobodyAwaitsAnyMoreIsReadToo() {
        var reference = cases.toPropose(cases.call(), 90_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 90_000L));
        cases.decide(reference, "deciderK");
        confirmation.decline(reference, "Verksamheten blir inte av.");
        cases.goOn();
        var document = start(reference, "report");
        play.as("registrarK").complete("userTask_registerReport", document, GrantFixture.report(90_000));
        cases.goOn();

        assertThat(play.openTasks(reference.value())).contains(READ);
    }

    private Reference refused() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");
        return reference;
    }

    private void enter(Reference reference, String kind) {
        start(reference, kind);
        cases.goOn();
    }

    private String start(Reference reference, String kind) {
        var answers = new HashMap<String, Object>(Map.of(
                "caseReference", reference.value(),
                "documentKind", kind,
                "receivedDate", SwedishDate.on(clock.instant()).toString()));
        if (!kind.equals("report")) {
            answers.put("documentText", "Vi överklagar beslutet.");
        }
        var key = play.as("registrarK").start("incoming-document", answers).getBusinessKey();
        play.asNobody();
        return key;
    }

    private long listed(String person, String task) {
        play.as(person);
        try {
            return tasks.createTaskQuery().taskId(task).count();
        } finally {
            play.asNobody();
        }
    }
}
