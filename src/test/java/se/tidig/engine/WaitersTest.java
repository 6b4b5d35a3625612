package se.tidig.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.TidigTest;

@TidigTest
class WaitersTest {

    @Autowired
    private Waiters waiters;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Play play;

    private String deployment;

    @BeforeEach
    void deploy() {
        var child = process("waiting-child")
                .startEvent()
                .userTask("userTask_child")
                .endEvent()
                .done();
        var parent = process("waiting")
                .startEvent("startEvent_asked")
                .message("test.asked")
                .intermediateCatchEvent("catch_answered")
                .message("test.answered")
                .callActivity("callActivity_child")
                .calledElement("waiting-child")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("waiting-child.bpmn", child)
                .addModelInstance("waiting.bpmn", parent)
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        play.asNobody();
        repository.deleteDeployment(deployment, true);
    }

    private static ProcessBuilder process(String id) {
        return Bpmn.createExecutableProcess(id).camundaHistoryTimeToLiveString("P1D");
    }

    @Test
    void aStartedCaseAndTheProcessesItCallsBelongToItsBoard() {
        waiters.start("test.asked", "K-1", Map.of(Variable.BOARD, "K"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("K-1")
                        .singleResult()
                        .getTenantId())
                .isEqualTo("SEK");

        waiters.wake("test.answered", "K-1");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("waiting-child")
                        .singleResult()
                        .getTenantId())
                .isEqualTo("SEK");
    }

    @Test
    void aMessageWakesOnlyTheCaseWithItsKeyAndOnlyOnce() {
        waiters.start("test.asked", "K-1", Map.of(Variable.BOARD, "K"));
        waiters.start("test.asked", "K-2", Map.of(Variable.BOARD, "K"));

        assertThat(waiters.wake("test.answered", "K-1", Map.of("answer", "yes")))
                .isTrue();
        assertThat(waiters.wake("test.answered", "K-1")).isFalse();

        assertThat(play.variables("waiting", "K-1")).containsEntry("answer", "yes");
        assertThat(play.path("waiting", "K-2")).containsExactly("startEvent_asked", "catch_answered");
    }

    @Test
    void aMessageThatNobodyWaitsForChangesNothing() {
        assertThat(waiters.wake("test.answered", "K-404")).isFalse();
    }

    @Test
    void aPersonOfOneBoardMayWakeACaseOfAnotherBoardAndStaysLoggedIn() {
        waiters.start("test.asked", "K-1", Map.of(Variable.BOARD, "K"));
        play.as("officerH1");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();

        assertThat(waiters.wake("test.answered", "K-1")).isTrue();

        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void manyCasesAreWokenInTheBackground() {
        for (var key : List.of("K-1", "K-2", "K-3")) {
            waiters.start("test.asked", key, Map.of(Variable.BOARD, "K"));
        }

        waiters.wakeLater("test.answered", List.of("K-1", "K-3", "K-404"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("waiting-child")
                        .count())
                .isZero();
        play.runJobs();

        assertThat(play.path("waiting", "K-1")).contains("callActivity_child");
        assertThat(play.path("waiting", "K-2")).doesNotContain("callActivity_child");
        assertThat(play.path("waiting", "K-3")).contains("callActivity_child");
    }

    @Test
    void timeComesFromTheEngineAndIsResetBeforeTheNextTest() {
        assertThat(ClockUtil.getCurrentTime().getTime()).isCloseTo(System.currentTimeMillis(), offset(5_000L));
        play.pass(Duration.ofDays(40));
        assertThat(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis())
                .isGreaterThan(39L * 86_400_000);
    }
}
