package se.tidig.form.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/** A person who has done a step that the model excludes does not decide, by any road. */
@TidigTest
class FourEyesTest {

    @Autowired
    private Play play;

    @Autowired
    private TestModels models;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private StaffRegister staff;

    private String taskId;

    interface Road {
        void take(FourEyesTest test, String person);
    }

    static Stream<Road> roads() {
        var agreed = Map.<String, Object>of("agreed", true);
        return Stream.of(
                (test, person) -> test.tasks.complete(test.taskId, agreed),
                (test, person) -> test.forms.submitTaskForm(test.taskId, agreed),
                (test, person) -> test.tasks.resolveTask(test.taskId, agreed),
                (test, person) -> test.tasks.handleBpmnError(test.taskId, "CONFLICT"),
                (test, person) -> test.tasks.handleEscalation(test.taskId, "CONFLICT"),
                (test, person) -> test.tasks.delegateTask(test.taskId, person),
                (test, person) -> test.tasks.claim(test.taskId, person),
                (test, person) -> test.tasks.setAssignee(test.taskId, person),
                (test, person) -> test.tasks.addUserIdentityLink(test.taskId, person, "assignee"),
                (test, person) -> {
                    var task = test.tasks.createTaskQuery().taskId(test.taskId).singleResult();
                    task.setAssignee(person);
                    test.tasks.saveTask(task);
                });
    }

    private void startedBy(String starter, String assessor) {
        models.deploy();
        play.as(starter).start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        play.as(assessor).complete("userTask_assess", "T-1", Map.of("need", 3, "outcome", "GRANT"));
        taskId = play.task("userTask_decide", "T-1").getId();
    }

    private void assertUndecided() {
        play.asNobody();
        assertThat(play.task("userTask_decide", "T-1").getAssignee()).isNull();
        assertThat(answers.latest(Reference.of("T-1"), "userTask_decide")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void whoAssessedDoesNotDecide(Road road) {
        startedBy("registrarK", "officerK1");
        play.as("officerK1");
        assertThatThrownBy(() -> road.take(this, "officerK1")).isInstanceOf(Rejected.class);
        assertUndecided();
    }

    @ParameterizedTest
    @MethodSource("roads")
    void norDoesAnAdministratorWhoAssessed(Road road) {
        var officer = staff.find("officerK2").orElseThrow();
        // An administrator as such does nobody's task.
        var admin = new Staff(
                "adminK",
                "Anna K",
                "a@example.org",
                officer.password(),
                Set.of("camunda-admin", "caseOfficers", "decisionMakers"),
                EnumSet.allOf(Board.class),
                true);
        staff.save(admin);
        startedBy("registrarK", "adminK");
        play.as("adminK");
        try {
            assertThatThrownBy(() -> road.take(this, "adminK")).isInstanceOf(Rejected.class);
            assertUndecided();
        } finally {
            // One more case officer would take over tasks that other tests want nobody left for.
            staff.save(new Staff(
                    admin.id(), admin.name(), admin.email(), admin.password(), admin.groups(), admin.boards(), false));
        }
    }

    @ParameterizedTest
    @MethodSource("roads")
    void norWhoStartedTheCase(Road road) {
        startedBy("registrarK", "officerK1");
        play.as("registrarK");
        assertThatThrownBy(() -> road.take(this, "registrarK")).isInstanceOf(Rejected.class);
        assertUndecided();
    }

    @Test
    void thePersonIsToldWhyAndWhoMustDoIt() {
        startedBy("registrarK", "officerK1");
        play.as("officerK1");
        assertThatThrownBy(() -> tasks.claim(taskId, "officerK1"))
                .hasMessage("Du kan inte göra uppgiften ”Besluta” eftersom du har gjort ”Bedöm ansökan”."
                        + " En annan person måste göra det.");
        play.as("admin");
        assertThatThrownBy(() -> tasks.setAssignee(taskId, "officerK1"))
                .hasMessageStartingWith("Olle Berg kan inte göra uppgiften ”Besluta” eftersom hen har gjort");
    }

    @Test
    void anotherPersonDecides() {
        startedBy("registrarK", "officerK1");
        play.as("deciderK").complete("userTask_decide", "T-1", Map.of("agreed", true));
        assertThat(answers.latest(Reference.of("T-1"), "userTask_decide")).isPresent();
        assertThat(play.variables(TestModels.PROCESS, "T-1")).containsEntry("agreed", true);
    }

    @Test
    void whoAGuardRefusesNeitherTakesNorSeesNorDoesTheTask() {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Släkting", "atBoard", "K"));
        var task = play.task("userTask_assess", "T-2").getId();
        play.as("officerK2");
        assertThatThrownBy(() -> tasks.claim(task, "officerK2")).hasMessage("Du är jävig i ärendet.");
        assertThatThrownBy(() -> forms.getTaskFormVariables(task)).hasMessage("Du är jävig i ärendet.");
        assertThatThrownBy(() -> tasks.complete(task, Map.of("need", 1, "outcome", "GRANT")))
                .hasMessage("Du är jävig i ärendet.");
        play.as("admin");
        assertThatThrownBy(() -> tasks.setAssignee(task, "officerK2")).hasMessage("Du är jävig i ärendet.");
    }

    @Test
    void tasksAreTakenForOneselfAndGivenBackByOneself() {
        models.deploy();
        play.as("registrarK").start(TestModels.PROCESS, Map.of("applicant", "Förening", "atBoard", "K"));
        var task = play.task("userTask_assess", "T-1").getId();
        play.as("officerK1");
        assertThatThrownBy(() -> tasks.claim(task, "officerK2")).hasMessage("Du kan bara ta en uppgift åt dig själv.");
        tasks.claim(task, "officerK1");
        play.as("officerK2");
        assertThatThrownBy(() -> tasks.claim(task, "officerK2")).hasMessage("Uppgiften är redan tagen av Olle Berg.");
        assertThatThrownBy(() -> tasks.claim(task, null)).hasMessageStartingWith("Uppgiften är tilldelad Olle Berg");
        play.as("officerK1");
        tasks.setAssignee(task, null);
        play.asNobody();
        assertThat(play.task("userTask_assess", "T-1").getAssignee()).isNull();
    }
}
