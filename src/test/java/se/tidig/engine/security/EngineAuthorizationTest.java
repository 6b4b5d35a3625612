package se.tidig.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.engine.Variable;

/**
 * What the engine's own authorization refuses without the form gate. The gate judges only the outermost command, so
 * each act is wrapped in another command.
 */
@TidigTest
class EngineAuthorizationTest {

    @Autowired
    Play play;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    AuthorizedCase blekinge;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    String instance;
    String task;

    @BeforeEach
    void aCaseOfBlekingeWithADecidersTask() {
        instance = blekinge.begin(AuthorizedCase.drawn()
                .userTask("userTask_decide")
                .camundaCandidateGroups("decisionMakers")
                .endEvent()
                .done());
        task = play.task("userTask_decide", "K-1").getId();
    }

    @AfterEach
    void remove() {
        blekinge.remove();
    }

    interface Act {
        void on(EngineAuthorizationTest test);
    }

    private static Act act(Act act) {
        return act;
    }

    static Stream<Act> onATask() {
        return Stream.of(
                act(test -> test.tasks.claim(test.task, "officerK1")),
                act(test -> test.tasks.setAssignee(test.task, "officerK1")),
                act(test -> test.tasks.setVariable(test.task, "outcome", "ELIGIBLE")),
                act(test -> test.tasks.setVariableLocal(test.task, "outcome", "ELIGIBLE")),
                act(test -> test.tasks.addCandidateUser(test.task, "officerK1")),
                act(test -> test.tasks.setPriority(test.task, 100)),
                act(test -> test.tasks.handleBpmnError(test.task, "x")),
                act(test -> test.tasks.getVariables(test.task)));
    }

    static Stream<Act> onACase() {
        return Stream.of(
                act(test -> test.runtime.setVariable(test.instance, "outcome", "ELIGIBLE")),
                act(test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .execute()),
                act(test -> test.runtime.deleteProcessInstance(test.instance, "x")),
                act(test -> test.runtime.suspendProcessInstanceById(test.instance)),
                act(test -> test.runtime.startProcessInstanceByKey("authorized", Map.of(Variable.BOARD, "K"))));
    }

    @ParameterizedTest
    @MethodSource("onATask")
    void aTaskIsClosedToOtherGroups(Act act) {
        for (var person : List.of("officerK1", "registrarK", "headK", "financeK1")) {
            assertThatThrownBy(() -> past(person, act)).as(person).isInstanceOf(AuthorizationException.class);
        }
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("onATask")
    void aTaskIsClosedToOtherBoardsAlsoToTheRightGroup(Act act) {
        assertThatThrownBy(() -> past("deciderH", act)).isInstanceOf(AuthorizationException.class);
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("onACase")
    void onlyAdministratorsChangeACase(Act act) {
        for (var person : List.of("deciderK", "officerK1", "headK", "registrarK", "financeK1", "processOwner")) {
            assertThatThrownBy(() -> past(person, act)).as(person).isInstanceOf(AuthorizationException.class);
        }
        assertUntouched();
    }

    @Test
    void aCandidateMayClaimTheTaskButNeitherWriteToItNorReassignIt() {
        past("deciderK", test -> test.tasks.claim(test.task, "deciderK"));
        assertThat(play.task("userTask_decide", "K-1").getAssignee()).isEqualTo("deciderK");
        for (var forbidden : List.of(
                act(test -> test.tasks.setVariable(test.task, "outcome", "ELIGIBLE")),
                act(test -> test.tasks.setAssignee(test.task, "headK")),
                act(test -> test.tasks.addCandidateUser(test.task, "headK")))) {
            assertThatThrownBy(() -> past("deciderK", forbidden)).isInstanceOf(AuthorizationException.class);
        }
    }

    private void past(String person, Act act) {
        play.as(person);
        try {
            engine.getCommandExecutorTxRequired().execute(context -> {
                act.on(this);
                return null;
            });
        } finally {
            play.asNobody();
        }
    }

    private void assertUntouched() {
        assertThat(play.openTasks("K-1")).containsExactly("userTask_decide");
        assertThat(play.task("userTask_decide", "K-1").getAssignee()).isNull();
        assertThat(tasks.getVariables(task)).doesNotContainKey("outcome");
        assertThat(tasks.getIdentityLinksForTask(task)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        assertThat(management.createJobQuery().processInstanceId(instance).count())
                .isZero();
    }
}
