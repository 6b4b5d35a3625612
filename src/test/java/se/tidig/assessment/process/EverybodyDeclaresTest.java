package se.tidig.assessment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.assessment.ConflictDeclarations;
import se.tidig.assessment.Recusals;
import se.tidig.bundle.Bundle;
import se.tidig.decision.DecisionPlay;
import se.tidig.payment.PaymentFixture;

/** Everybody who takes part in a case is asked about conflicts of interest, once (16–18 §§ förvaltningslagen). */
@TidigTest
class EverybodyDeclaresTest {

    /** Their processes concern a call or the rules, and no party. */
    private static final Set<String> NO_CASE = Set.of("call", "closing-change", "new-models", "rule-review");

    /** A person with this task cannot influence a decision. */
    private static final Set<String> NOT_ASKED = Set.of(
            "userTask_registerCompletion",
            "userTask_registerReply",
            "userTask_registerConfirmation",
            "userTask_registerReport");

    private static final Map<String, String> PEOPLE = Map.of(
            "caseOfficers", "officerK1",
            "decisionMakers", "deciderK",
            "headsOfUnit", "headK",
            "financeOfficers", "financeK1",
            "financeApprovers", "financeK2",
            "registrars", "registrarK");

    @Autowired
    Play play;

    @Autowired
    PaymentFixture payments;

    @Autowired
    DecisionPlay cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    Recusals recusals;

    @Autowired
    ConflictDeclarations declarations;

    @Autowired
    JdbcClient jdbc;

    private Reference reference;
    private Reference granted;
    private Reference examined;
    private String milestone;

    @TestFactory
    Stream<DynamicTest> beforeEachTaskOfACase() {
        milestone = payments.due();
        granted = MilestoneKey.of(milestone).reference();
        examined = cases.takenOn(cases.call(), ApplicationFixture.answers("organisationType", "company"));
        return userTasks().map(task -> dynamicTest(task.process() + " " + task.element(), () -> isAsked(task)));
    }

    private void isAsked(CaseTask task) {
        clear();
        reference = task.process().equals("application") ? examined : granted;
        var open = open(task);
        var person = person(open);
        play.as(person);
        tasks.claim(open.getId(), person);
        if (NOT_ASKED.contains(task.element())) {
            assertThat(play.form(open.getId())).doesNotContain("\"conflictAnswer\"");
            return;
        }
        assertThat(play.form(open.getId())).contains("\"conflictAnswer\"");
        assertThatThrownBy(() -> tasks.complete(open.getId(), Map.of())).hasMessageMatching("(?s).*[Jj]äv.*");
        assertThatThrownBy(() -> tasks.handleBpmnError(open.getId(), "nothing")).isNotNull();

        forms.submitTaskForm(open.getId(), AssessmentFixture.conflict("declared"));

        assertThat(recusals.isRecused(reference, Actor.of(person))).isTrue();
        assertThat(declarations.has(reference, Actor.of(person))).isTrue();
        if (!task.element().equals("userTask_conflictCheck")) {
            assertThat(listed(person)).isEmpty();
            play.asNobody();
            var left = tasks.createTaskQuery().taskId(open.getId()).singleResult();
            assertThat(left.getAssignee()).as("the task is given back").isNull();
        }
    }

    @Test
    void theQuestionIsAskedOnceAndTheCaseRemembersIt() {
        milestone = payments.due();
        reference = MilestoneKey.of(milestone).reference();
        payments.begin("disbursement", milestone);
        var task = play.as("financeK1").claim("userTask_prepareDisbursement", milestone);
        assertThat(play.form(task.getId())).contains("\"conflictAnswer\"", "\"ledgerAccount\"");

        play.complete("userTask_prepareDisbursement", milestone, PaymentFixture.prepared());

        assertThat(declarations.has(reference, Actor.of("financeK1"))).isTrue();
        play.as("financeK2")
                .complete(
                        "userTask_approveDisbursement",
                        milestone,
                        Map.of("paymentApproval", "RETURN", "approvalNote", "Fel kostnadsställe."));
        play.asNobody().runJobs();
        var again = play.as("financeK1").claim("userTask_prepareDisbursement", milestone);
        assertThat(play.form(again.getId())).doesNotContain("\"conflictAnswer\"");
        forms.submitTaskForm(again.getId(), PaymentFixture.prepared());
    }

    @Test
    void aContestedConflictGoesToTheHeadOfUnit() {
        milestone = payments.due();
        reference = MilestoneKey.of(milestone).reference();
        payments.begin("disbursement", milestone);

        play.as("financeK1")
                .complete("userTask_prepareDisbursement", milestone, AssessmentFixture.conflict("contested"));

        assertThat(listed("financeK1")).isEmpty();
        play.as("headK")
                .complete(
                        "userTask_reviewConflict",
                        reference.value(),
                        Map.of("conflictReview", "notConflicted", "conflictReviewReason", "Ingen del i saken."));
        play.as("financeK1").complete("userTask_prepareDisbursement", milestone, PaymentFixture.prepared());
        assertThat(play.openTasks(milestone)).containsExactly("userTask_approveDisbursement");
    }

    @Test
    void ifNobodyElseCanDoTheTaskTheHeadOfUnitDecidesWhetherThePersonMay() {
        milestone = payments.due();
        reference = MilestoneKey.of(milestone).reference();
        payments.begin("disbursement", milestone);

        play.as("financeK1")
                .complete("userTask_prepareDisbursement", milestone, AssessmentFixture.conflict("declared"));

        assertThatThrownBy(() -> play.as("headK")
                        .complete(
                                "userTask_reviewConflict",
                                reference.value(),
                                Map.of("conflictReview", "upheld", "conflictReviewReason", "Närstående.")))
                .hasMessageContaining("ingen annan som kan ta över");
        play.as("headK")
                .complete(
                        "userTask_reviewConflict",
                        reference.value(),
                        Map.of(
                                "conflictReview",
                                "mayAct",
                                "conflictReviewReason",
                                "Ingen annan finns före årsskiftet."));
        play.as("financeK1").complete("userTask_prepareDisbursement", milestone, PaymentFixture.prepared());
    }

    private record CaseTask(String process, String element) {}

    private static Stream<CaseTask> userTasks() {
        var bundle = Bundle.packaged();
        return bundle.names("processes", ".bpmn").stream()
                .map(name -> Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes(name))))
                .flatMap(model -> model.getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .filter(process -> !NO_CASE.contains(process))
                        .flatMap(process -> model.getModelElementsByType(UserTask.class).stream()
                                .map(task -> new CaseTask(process, task.getId()))));
    }

    /** The task at its place in the process, without the steps before it. */
    private Task open(CaseTask task) {
        play.asNobody();
        var variables = new HashMap<>(timers(task.process()));
        variables.putAll(Map.of(
                "reference",
                reference.value(),
                "board",
                "K",
                "milestone",
                milestone,
                "order",
                milestone,
                "caseOfficer",
                "officerK1",
                "decisionGroup",
                "decisionMakers"));
        var instance = runtime.createProcessInstanceByKey(task.process())
                .businessKey(milestone)
                .setVariables(variables)
                .startBeforeActivity(task.element())
                .execute();
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(task.element())
                .singleResult();
    }

    /** The days that the process waits for beside the task, far off. */
    private static Map<String, Object> timers(String process) {
        var bundle = Bundle.packaged();
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bundle.bytes("processes/" + process + ".bpmn")));
        return model.getModelElementsByType(TimeDate.class).stream()
                .map(timer -> timer.getTextContent().strip())
                .filter(day -> day.startsWith("${"))
                .map(day -> day.substring(2, day.length() - 1))
                .distinct()
                .collect(Collectors.toMap(variable -> variable, variable -> "2099-01-01T00:00:00Z"));
    }

    private String person(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> PEOPLE.get(link.getGroupId() == null ? "" : link.getGroupId()))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody can do " + task.getTaskDefinitionKey()));
    }

    private List<String> listed(String person) {
        play.as(person);
        return tasks
                .createTaskQuery()
                .processVariableValueEquals("reference", reference.value())
                .listPage(0, 50)
                .stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private void clear() {
        play.asNobody();
        runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next"));
        jdbc.sql("delete from tidig.recusal").update();
        jdbc.sql("delete from tidig.conflict_declaration").update();
    }
}
