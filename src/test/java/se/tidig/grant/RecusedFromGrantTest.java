package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.assessment.ConflictGround;
import se.tidig.assessment.ConflictOfInterestService;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.form.Answers;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.ReportIntakeService;

/** A person who is recused in an application takes no part in its grant either (17 § förvaltningslagen). */
@TidigTest
class RecusedFromGrantTest {

    private static final ConflictGround PARTY =
            new ConflictGround("party", "Jag eller någon närstående är part eller påverkas av beslutet (16 § 1)");

    private static final List<String> RECUSED = List.of("financeK1", "officerK1", "admin");

    @Autowired
    Play play;

    @Autowired
    GrantFixture fixture;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    ConflictOfInterestService conflicts;

    @Autowired
    PaymentFixture payments;

    @Autowired
    ReportIntakeService reports;

    @Autowired
    Waiters waiters;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    Reference reference;

    @Test
    void theRecusedAreKeptFromTheGrant() {
        var granted = fixture.decided("90000", false, false);
        reference = granted.reference();
        recuse();
        waiters.start(
                Message.APPLICATION_GRANTED,
                reference.value(),
                Map.of(
                        "reference",
                        reference.value(),
                        "board",
                        "K",
                        "call",
                        granted.call().value()));
        payments.settle();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        payments.settle();

        shut("userTask_verifyPayee", reference.value());
    }

    @Test
    void theRecusedAreKeptFromTheDisbursementAlsoIfItHasBegun() {
        var milestone = payments.due();
        reference = MilestoneKey.of(milestone).reference();
        payments.begin("disbursement", milestone);
        assertThat(listed("financeK1", milestone)).containsExactly("userTask_prepareDisbursement");
        play.as("financeK1").claim("userTask_prepareDisbursement", milestone);

        recuse();

        shut("userTask_prepareDisbursement", milestone);
    }

    @Test
    void theRecusedAreKeptFromTheReport() {
        reference = fixture.awaitingFinalReport();
        recuse();
        payments.begin("report", reference + "-M2");
        reports.submit(reference, null, new Answers(GrantFixture.report(90_000)), Actor.of("Anna Lind"));
        payments.settle();

        shut("userTask_reviewReport", reference + "-M2");
        assertThat(listed("officerK2", reference + "-M2")).containsExactly("userTask_reviewReport");
    }

    private void recuse() {
        play.asNobody();
        RECUSED.forEach(
                person -> conflicts.declare(reference, Actor.of(person), PARTY, "Sitter i föreningens styrelse."));
    }

    /** The recused person neither sees the task nor takes, reads or does it. */
    private void shut(String element, String businessKey) {
        var task = play.task(element, businessKey);
        assertThat(task.getAssignee()).isNull();
        for (var person : RECUSED) {
            assertThat(listed(person, businessKey)).as(person).isEmpty();
            assertThatThrownBy(() -> tasks.claim(task.getId(), person)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.getTaskFormVariables(task.getId()))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of()))
                    .isInstanceOf(AuthorizationException.class);
        }
        play.asNobody();
        assertThat(play.openTasks(businessKey)).containsExactly(element);
    }

    private List<String> listed(String person, String businessKey) {
        play.as(person);
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).listPage(0, 50).stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }
}
