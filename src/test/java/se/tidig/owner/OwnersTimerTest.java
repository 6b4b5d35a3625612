package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;

/** A timer on the edge of a step inside the handling, drawn by the process owner and posted to the running system. */
@TidigTest
class OwnersTimerTest {

    private static final String ASSESS = "userTask_assessApplication";
    private static final String SLOW = "boundary_slowAssessment";
    private static final String REMIND = "userTask_remindAssessment";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void theHeadIsRemindedBesideTheAssessmentAndTheCaseGoesOnAsBefore() {
        var call = cases.call();
        var running = cases.takenOn(call, 100_000);
        desk.process("application", model -> Drawing.beside(model, ASSESS, SLOW, "P14D", reminder(model)))
                .write("forms/remind-assessment.form", form())
                .deploy(port);
        var fresh = cases.takenOn(call, 100_000);

        play.pass(Duration.ofDays(15));
        cases.goOn();
        assertThat(play.openTasks(running.value())).containsExactly(ASSESS);
        assertThat(play.openTasks(fresh.value())).containsExactlyInAnyOrder(ASSESS, REMIND);

        play.as("headK").complete(REMIND, fresh.value(), Map.of("reminderNote", "Påmind."));
        cases.assess(fresh, 3);
        cases.prioritise(call);
        cases.propose(fresh, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.goOn();
        cases.decide(fresh, "deciderK");
        assertThat(play.path("application", fresh.value())).contains(REMIND).endsWith("endEvent_granted");
    }

    @Test
    void aTimerThatEndsTheStepEndsItWhenTheTimeIsUp() {
        desk.process("application", model -> Drawing.instead(model, ASSESS, SLOW, "P14D", reminder(model)))
                .write("forms/remind-assessment.form", form())
                .deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);

        play.pass(Duration.ofDays(15));
        cases.goOn();
        assertThat(play.openTasks(reference.value())).containsExactly(REMIND);

        play.as("headK").complete(REMIND, reference.value(), Map.of("reminderNote", "Börja om."));
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
    }

    @Test
    void aTimerMayWaitForADayThatTheCaseKnows() {
        desk.process("application", model -> Drawing.beside(model, ASSESS, SLOW, "${delayReviewAt}", reminder(model)))
                .write("forms/remind-assessment.form", form())
                .deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);

        play.pass(Duration.ofDays(45));
        assertThat(play.openTasks(reference.value())).containsExactly(ASSESS);
        play.pass(Duration.ofDays(20));
        assertThat(play.openTasks(reference.value()))
                .as("the bundle's own timer waits for the same day")
                .containsExactlyInAnyOrder(ASSESS, REMIND, "userTask_assessDelay");
    }

    private static UserTask reminder(BpmnModelInstance model) {
        return Drawing.review(model, REMIND, "Påminn om bedömningen", "remind-assessment", "headsOfUnit", ASSESS);
    }

    private static String form() {
        return "{\"type\":\"default\",\"id\":\"remind-assessment\",\"schemaVersion\":16,\"executionPlatform\":\"Camunda"
                + " Platform\",\"executionPlatformVersion\":\"7.24.0\","
                + "\"components\":[{\"type\":\"textarea\",\"id\":\"Field_note\",\"key\":\"reminderNote\",\"label\":\"Anteckning\"}]}";
    }
}
