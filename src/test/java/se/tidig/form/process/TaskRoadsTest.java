package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;

/** Every road on which a person ends a task passes the task's form. */
@TidigTest
class TaskRoadsTest {

    private static final Map<String, Object> GOOD = Map.of("need", 3, "outcome", "GRANT");

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private String taskId;

    @BeforeEach
    void aCaseAtAssessment() {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        taskId = play.task("userTask_assess", "T-1").getId();
    }

    interface Road {
        void complete(TaskRoadsTest test, Map<String, Object> values);
    }

    static Stream<Road> roads() {
        return Stream.of(
                (test, values) -> test.tasks.complete(test.taskId, values),
                (test, values) -> test.tasks.completeWithVariablesInReturn(test.taskId, values, false),
                (test, values) -> test.forms.submitTaskForm(test.taskId, values),
                (test, values) -> test.forms.submitTaskFormWithVariablesInReturn(test.taskId, values, false));
    }

    static Stream<Road> closedRoads() {
        return Stream.of(
                (test, values) -> test.tasks.resolveTask(test.taskId, values),
                (test, values) -> test.tasks.delegateTask(test.taskId, "officerK2"),
                (test, values) -> test.tasks.handleBpmnError(test.taskId, "CONFLICT", "", values),
                (test, values) -> test.tasks.handleBpmnError(test.taskId, "OTHER", "", Map.of()),
                (test, values) -> test.tasks.handleEscalation(test.taskId, "CONFLICT", values),
                (test, values) -> test.tasks.setVariables(test.taskId, values),
                (test, values) -> test.tasks.setVariablesLocal(test.taskId, values),
                (test, values) -> test.tasks.removeVariable(test.taskId, "reference"),
                (test, values) -> test.tasks.removeVariableLocal(test.taskId, "reference"),
                (test, values) -> ((org.camunda.bpm.engine.impl.TaskServiceImpl) test.tasks)
                        .updateVariables(test.taskId, values, List.of("reference")),
                (test, values) -> ((org.camunda.bpm.engine.impl.TaskServiceImpl) test.tasks)
                        .updateVariablesLocal(test.taskId, values, List.of("reference")),
                (test, values) -> {
                    var task = test.tasks.createTaskQuery().taskId(test.taskId).singleResult();
                    task.setDelegationState(org.camunda.bpm.engine.task.DelegationState.PENDING);
                    test.tasks.saveTask(task);
                });
    }

    private void assertUntouched() {
        play.asNobody();
        assertThat(play.openTasks("T-1")).containsExactly("userTask_assess");
        assertThat(play.variables(TestModels.PROCESS, "T-1"))
                .containsOnly(Map.entry("board", "K"), Map.entry("reference", "T-1"));
        assertThat(answers.of(Reference.of("T-1"))).hasSize(1);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableNameIn("need", "outcome", "note", "score")
                        .count())
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from tidig.admin_write", Long.class))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void theGoodAnswerIsStoredAndOnlyRoutingReachesTheProcess(Road road) {
        play.as("officerK1");
        road.complete(this, new HashMap<>(Map.of("need", 3, "note", "Långt ".repeat(100), "outcome", "GRANT")));
        play.asNobody();
        assertThat(play.openTasks("T-1")).containsExactly("userTask_decide");
        assertThat(play.variables(TestModels.PROCESS, "T-1"))
                .containsOnly(
                        Map.entry("board", "K"),
                        Map.entry("reference", "T-1"),
                        Map.entry("outcome", "GRANT"),
                        Map.entry("score", 3));
        assertThat(answers.latest(Reference.of("T-1"), "userTask_assess")).hasValueSatisfying(answer -> {
            assertThat(answer.actor()).isEqualTo(Actor.of("officerK1"));
            assertThat(answer.form()).isEqualTo("form-test-assess");
            assertThat(answer.taskId()).isEqualTo(taskId);
            assertThat(answer.board()).isEqualTo("K");
            assertThat(answer.answers().number("need")).contains(new BigDecimal("3"));
            // The stored value of the disabled field, though nothing was posted for it.
            assertThat(answer.answers().number("formTestApplied")).contains(new BigDecimal("181500"));
        });
    }

    @ParameterizedTest
    @MethodSource("roads")
    void aForbiddenAnswerIsRefusedWithItsFieldAndNothingIsStored(Road road) {
        play.as("officerK1");
        var rejected = catchThrowableOfType(
                Rejected.class, () -> road.complete(this, Map.of("need", 5, "outcome", "GRANT", "note", "x")));
        assertThat(rejected.messages()).containsExactly(Map.entry("need", "Behov ska vara högst 4."));
        assertThat(rejected).hasMessage("Behov ska vara högst 4.");
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void aKeyThatTheFormLacksIsRefusedByName(Road road) {
        play.as("officerK1");
        assertThatThrownBy(
                        () -> road.complete(this, Map.of("need", 1, "outcome", "GRANT", "reference", "K-2026-2-001")))
                .hasMessageContaining("reference");
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whatTheDomainRefusesIsNotStored(Road road) {
        play.as("officerK1");
        assertThatThrownBy(() -> road.complete(this, Map.of("need", 1, "outcome", "GRANT", "note", "domännej")))
                .hasMessage("Motivering: domänen säger nej.");
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void anEmptyAnswerIsNotEnough(Road road) {
        play.as("officerK1");
        assertThatThrownBy(() -> road.complete(this, Map.of())).hasMessage("Fyll i Behov. Välj Utfall.");
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void nobodyLoggedInCompletesNothing(Road road) {
        play.asNobody();
        assertThatThrownBy(() -> road.complete(this, GOOD))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("inloggad");
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whoIsNoCandidateIsRefusedByTheEngineAndNothingIsStored(Road road) {
        play.as("financeK1");
        assertThatThrownBy(() -> road.complete(this, GOOD)).isInstanceOf(AuthorizationException.class);
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whoWorksForAnotherBoardIsRefusedAndNothingIsStored(Road road) {
        play.as("officerF1");
        assertThatThrownBy(() -> road.complete(this, GOOD)).isInstanceOf(AuthorizationException.class);
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void aTaskThatAnotherHasTakenIsTheirs(Road road) {
        play.as("officerK2").claim("userTask_assess", "T-1");
        for (var person : List.of("officerK1", "admin")) {
            play.as(person);
            assertThatThrownBy(() -> road.complete(this, GOOD))
                    .hasMessageStartingWith("Uppgiften är tilldelad Siv Dal");
        }
        assertUntouched();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void aTaskIsCompletedOnceAndTheSecondIsToldSo(Road road) {
        play.as("officerK1");
        road.complete(this, GOOD);
        assertThatThrownBy(() -> road.complete(this, GOOD)).hasMessage("Du har redan slutfört uppgiften.");
        play.as("officerK2");
        assertThatThrownBy(() -> road.complete(this, GOOD)).hasMessage("Uppgiften är redan avslutad av någon annan.");
        taskId = "nosuch";
        assertThatThrownBy(() -> road.complete(this, GOOD)).hasMessageContaining("finns inte längre");
        assertThat(answers.of(Reference.of("T-1"))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("closedRoads")
    void noOtherRoadStoresAnything(Road road) {
        play.as("officerK1");
        for (var values : List.of(Map.<String, Object>of("need", 5), GOOD)) {
            assertThatThrownBy(() -> road.complete(this, values)).isInstanceOf(Rejected.class);
            assertUntouched();
            play.as("officerK1");
        }
    }

    @Test
    void jsonTypedAnswersAsTasklistSendsThemAreReadAsLists() {
        play.as("officerK1");
        forms.submitTaskForm(
                taskId,
                Variables.createVariables()
                        .putValueTyped(
                                "grounds", SpinValues.jsonValue("[\"B\",\"A\"]").create())
                        .putValue("need", 3.0)
                        .putValue("county", "K")
                        .putValue("note", null)
                        .putValue("outcome", "REFUSE"));
        var answer = answers.latest(Reference.of("T-1"), "userTask_assess")
                .orElseThrow()
                .answers();
        assertThat(answer.choices("grounds")).containsExactly("B", "A");
        assertThat(answer.text("county")).isEqualTo("K");
        assertThat(answer.has("note")).isFalse();
    }

    @Test
    void objectsAndBadJsonAreRefused() {
        play.as("officerK1");
        assertThatThrownBy(() -> forms.submitTaskForm(
                        taskId,
                        Variables.createVariables()
                                .putValueTyped(
                                        "note", SpinValues.jsonValue("{bad").create())))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> forms.submitTaskForm(
                        taskId,
                        Variables.createVariables()
                                .putValueTyped(
                                        "note",
                                        Variables.serializedObjectValue("{}")
                                                .objectTypeName("java.util.HashMap")
                                                .serializationDataFormat("application/json")
                                                .create())))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> forms.submitTaskForm(
                        taskId,
                        Map.of(
                                "note",
                                Variables.fileValue("a.txt").file(new byte[1]).create())))
                .isInstanceOf(Rejected.class);
        assertUntouched();
    }

    @Test
    void anErrorThatTheModelCatchesEndsTheTaskWithoutAnswersAndIsRecorded() {
        play.as("officerK1");
        tasks.handleBpmnError(taskId, "CONFLICT");
        assertThat(play.ended(TestModels.PROCESS, "T-1")).isTrue();
        assertThat(answers.ofTask(taskId)).hasValueSatisfying(answer -> {
            assertThat(answer.form()).isNull();
            assertThat(answer.answers().values()).isEmpty();
        });
    }

    @Test
    void aTaskWithoutAFormIsNotCompleted() {
        play.asNobody();
        runtime.startProcessInstanceByKey("form-test-bare", "bare");
        play.as("officerK1");
        assertThatThrownBy(() -> play.complete("userTask_bare", "bare", Map.of()))
                .hasMessageContaining("saknar formulär");
        play.asNobody();
        assertThat(play.openTasks("bare")).containsExactly("userTask_bare");
    }

    @ParameterizedTest
    @MethodSource("roads")
    void fromWithinAnotherCommandATaskIsCompletedNoMoreFreely(Road road) {
        for (var executor : List.of(engine.getCommandExecutorTxRequired(), engine.getCommandExecutorTxRequiresNew())) {
            play.as("officerK1");
            assertThatThrownBy(() -> executor.execute(context -> {
                        road.complete(this, Map.of("need", 5, "outcome", "GRANT"));
                        return null;
                    }))
                    .isInstanceOf(Rejected.class)
                    .hasMessage("Behov ska vara högst 4.");
            assertUntouched();
            assertThatThrownBy(() -> executor.execute(context -> {
                        road.complete(this, GOOD);
                        return null;
                    }))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("inloggad");
            assertUntouched();
        }
    }

    @Test
    void whatAnOuterTransactionRollsBackLeavesNoAnswerBehind() {
        play.as("officerK1");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tasks.complete(taskId, GOOD);
            status.setRollbackOnly();
        });
        assertUntouched();
    }
}
