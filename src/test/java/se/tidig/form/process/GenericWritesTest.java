package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tidig.Play;
import se.tidig.TidigTest;
import se.tidig.form.Rejected;

/** Changes of a case by other ways than forms are for administrators, and journalled. */
@TidigTest
class GenericWritesTest {

    private static final Map<String, Object> VALUES = Map.of("outcome", "GRANT");

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ExternalTaskService externalTasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate jdbc;

    private String instance;
    private String taskId;
    private String definition;
    private String flowToEnd;

    @BeforeEach
    void aCaseAtAssessment() {
        models.deploy();
        play.as("registrarK");
        instance = play.start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"))
                .getId();
        play.asNobody();
        taskId = play.task("userTask_assess", "T-1").getId();
        definition = runtime.createProcessInstanceQuery().singleResult().getProcessDefinitionId();
        FlowNode end = repository.getBpmnModelInstance(definition).getModelElementById("end_decided");
        flowToEnd = end.getIncoming().iterator().next().getId();
    }

    interface Road {
        void write(GenericWritesTest test);
    }

    static Stream<Road> roads() {
        return Stream.<Road>of(
                test -> test.runtime.setVariables(test.instance, VALUES),
                test -> test.runtime.setVariablesLocal(test.instance, VALUES),
                test -> test.runtime.removeVariable(test.instance, "board"),
                test -> test.runtime.removeVariablesLocal(test.instance, List.of("board")),
                test -> ((RuntimeServiceImpl) test.runtime).updateVariables(test.instance, VALUES, List.of("board")),
                test -> test.runtime.setVariablesAsync(List.of(test.instance), VALUES),
                test -> test.tasks.setVariables(test.taskId, VALUES),
                test -> test.tasks.setVariablesLocal(test.taskId, VALUES),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("userTask_decide")
                        .setVariables(VALUES)
                        .execute(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .setVariables(VALUES)
                        .executeAsync(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .execute(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .executeAsync(),
                test -> test.runtime
                        .createMessageCorrelationAsync("call.allClosed")
                        .processInstanceIds(List.of(test.instance))
                        .setVariables(VALUES)
                        .correlateAllAsync(),
                test -> test.runtime
                        .createProcessInstanceById(test.definition)
                        .startBeforeActivity("userTask_decide")
                        .setVariables(VALUES)
                        .execute());
    }

    /** Roads by which nothing would be left of the case: nobody may take them, not even an administrator. */
    static Stream<Road> deletions() {
        return Stream.<Road>of(
                test -> test.runtime.deleteProcessInstance(test.instance, "slut"),
                test -> test.runtime.deleteProcessInstances(List.of(test.instance), "slut", true, true),
                test -> test.runtime.deleteProcessInstancesAsync(List.of(test.instance), "slut"),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .execute(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .executeAsync(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .execute(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .executeAsync(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("end_decided")
                        .execute(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("boundary_giveUp")
                        .execute(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("end_decided")
                        .executeAsync(),
                test -> test.runtime
                        .createProcessInstanceModification(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startAfterActivity("catch_closed")
                        .executeAsync(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("end_decided")
                        .execute(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startAfterActivity("catch_closed")
                        .execute(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("boundary_giveUp")
                        .execute(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startBeforeActivity("end_decided")
                        .executeAsync(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startAfterActivity("catch_closed")
                        .executeAsync(),
                test -> test.runtime
                        .createModification(test.definition)
                        .processInstanceIds(test.instance)
                        .cancelAllForActivity("userTask_assess")
                        .startTransition(test.flowToEnd)
                        .executeAsync());
    }

    /** What a batch leads to is seen first in its jobs, if it does not put the case at an end event itself. */
    @Test
    void aBatchThatWouldEndACaseFailsInItsJob() {
        play.as("admin");
        var batch = runtime.createModification(definition)
                .processInstanceIds(instance)
                .cancelAllForActivity("userTask_assess")
                .startBeforeActivity("boundary_giveUp")
                .executeAsync();
        var before = state();
        try {
            management.executeJob(jobOf(batch.getSeedJobDefinitionId()));
            assertThatThrownBy(() -> management.executeJob(jobOf(batch.getBatchJobDefinitionId())))
                    .hasStackTraceContaining("Ett ärende tas inte bort.");
            assertThat(state()).isEqualTo(before);
        } finally {
            management.deleteBatch(batch.getId(), true);
        }
    }

    private String jobOf(String definition) {
        return management
                .createJobQuery()
                .jobDefinitionId(definition)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void nobodyDeletesACase(Road road) {
        var before = state();
        for (var person : List.of("officerK1", "processOwner", "admin")) {
            play.as(person);
            assertThatThrownBy(() -> road.write(this))
                    .as(person)
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("administratör");
            assertThat(state()).isEqualTo(before);
        }
    }

    /** Roads that have no effect in this case, but must be refused all the same. */
    static Stream<Road> vainRoads() {
        return Stream.<Road>of(
                test -> test.runtime
                        .createMessageCorrelation("call.allClosed")
                        .setVariables(VALUES)
                        .correlate(),
                test -> test.runtime
                        .createMessageCorrelation("call.allClosed")
                        .setVariables(VALUES)
                        .correlateAll(),
                test -> test.runtime.messageEventReceived("call.allClosed", test.instance, VALUES),
                test -> test.runtime.signal(test.instance, VALUES),
                test -> test.runtime.signalEventReceived("any", VALUES),
                test -> test.runtime
                        .createSignalEvent("any")
                        .setVariables(VALUES)
                        .send(),
                test -> test.runtime
                        .restartProcessInstances(test.definition)
                        .processInstanceIds(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .execute(),
                test -> test.runtime
                        .restartProcessInstances(test.definition)
                        .processInstanceIds(test.instance)
                        .startBeforeActivity("userTask_decide")
                        .executeAsync());
    }

    private Map<String, Object> state() {
        play.asNobody();
        var state = new LinkedHashMap<String, Object>();
        state.put("tasks", play.openTasks("T-1"));
        state.put("variables", play.variables(TestModels.PROCESS, "T-1"));
        state.put("batches", jdbc.queryForObject("select count(*) from engine.act_ru_batch", Long.class));
        state.put("instances", runtime.createProcessInstanceQuery().count());
        state.put("journal", jdbc.queryForList("select command from tidig.admin_write"));
        return state;
    }

    @ParameterizedTest
    @MethodSource({"roads", "vainRoads"})
    void aPersonIsRefusedThoughTheEngineWouldAllowIt(Road road) {
        var before = state();
        play.as("officerK1");
        assertThatThrownBy(() -> road.write(this)).isInstanceOf(Rejected.class).hasMessageContaining("administratör");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("roads")
    void anAdministratorsWriteIsJournalled(Road road) {
        play.as("admin");
        road.write(this);
        var journal = jdbc.queryForList("select * from tidig.admin_write");
        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.get("actor")).isEqualTo("admin");
            assertThat(entry.get("command").toString()).endsWith("Cmd");
            assertThat(entry.get("at")).isNotNull();
        });
        var targets = jdbc.queryForObject("select array_to_string(targets, ',') from tidig.admin_write", String.class);
        assertThat(targets.split(",")).containsAnyOf(instance, taskId, definition);
    }

    @Test
    void theJournalNamesWhatWasWritten() {
        play.as("admin");
        ((RuntimeServiceImpl) runtime).updateVariables(instance, VALUES, List.of("board"));
        assertThat(jdbc.queryForObject("select array_to_string(names, ',') from tidig.admin_write", String.class))
                .isEqualTo("outcome,board");
    }

    @Test
    void anAdministratorsFailedWriteIsNotJournalled() {
        play.as("admin");
        assertThatThrownBy(() -> runtime.setVariables("nosuch", VALUES)).isNotInstanceOf(Rejected.class);
        assertThat(jdbc.queryForObject("select count(*) from tidig.admin_write", Long.class))
                .isZero();
    }

    @Test
    void theSystemItselfWritesWithoutAJournal() {
        play.asNobody();
        runtime.setVariables(instance, VALUES);
        assertThat(play.variables(TestModels.PROCESS, "T-1")).containsEntry("outcome", "GRANT");
        assertThat(jdbc.queryForObject("select count(*) from tidig.admin_write", Long.class))
                .isZero();
    }

    @Test
    void externalTasksAreForWorkers() {
        play.asNobody();
        var sending = runtime.startProcessInstanceByKey("form-test-worker", "sending", Map.of("board", "K"));
        identity.setAuthentication("worker", List.of("workers"), List.of("SEK"));
        var task = externalTasks
                .fetchAndLock(1, "w")
                .topic("notification.send", 10_000)
                .execute()
                .get(0);
        play.as("officerK1");
        assertThatThrownBy(() -> externalTasks.complete(task.getId(), "w", VALUES))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> externalTasks.complete(task.getId(), "w", null, VALUES))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> externalTasks.handleBpmnError(task.getId(), "w", "E", "e", VALUES))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> externalTasks.handleFailure(task.getId(), "w", "e", "e", 0, 0, VALUES, VALUES))
                .isInstanceOf(Rejected.class);
        play.asNobody();
        assertThat(runtime.getVariables(sending.getId())).containsOnlyKeys("board");
        identity.setAuthentication("worker", List.of("workers"), List.of("SEK"));
        externalTasks.complete(task.getId(), "w", Map.of("sent", true));
        play.asNobody();
        assertThat(play.openTasks("sending")).containsExactly("userTask_bare");
    }
}
