package se.tidig.assessment.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.assessment.Recusal;
import se.tidig.assessment.Recusals;
import se.tidig.engine.AsSystem;
import se.tidig.engine.Variable;

/**
 * Hides the tasks of a case and its grant from those who are recused in it: their task lists do not show them, and a
 * task that they had is given back to the others. The guard refuses the tasks; this class hides them (17 §
 * förvaltningslagen).
 */
@Component
class RecusedTaskListener {

    private final Recusals recusals;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    /** The person at work may neither read nor write authorizations, nor see every task of the case. */
    private final AsSystem system;

    private final ApplicationEventPublisher events;

    RecusedTaskListener(
            Recusals recusals,
            TaskService tasks,
            AuthorizationService authorizations,
            AsSystem system,
            ApplicationEventPublisher events) {
        this.recusals = recusals;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.system = system;
        this.events = events;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void on(DelegateTask task) {
        if (!(task.getVariable(Variable.REFERENCE) instanceof String reference)) {
            return;
        }
        var recused = Reference.find(reference).map(recusals::recusedIn).orElse(List.of());
        if (recused.stream().anyMatch(person -> person.value().equals(task.getAssignee()))) {
            task.setAssignee(null);
        }
        if (!recused.isEmpty()) {
            events.publishEvent(new Created(task.getId(), recused));
        }
    }

    /** Runs last in the transaction, after the engine has granted the new task to those whom the model names. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(Created task) {
        system.call(() -> {
            task.recused().forEach(person -> hide(task.id(), person));
            return null;
        });
    }

    /** Runs last in the transaction: the task in which the person declares the conflict is completed first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(Recusal.Entered recusal) {
        system.call(() -> {
            for (var task : openTasks(recusal.reference())) {
                if (recusal.person().value().equals(task.getAssignee())) {
                    tasks.setAssignee(task.getId(), null);
                }
                hide(task.getId(), recusal.person());
            }
            return null;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(Recusal.Lifted recusal) {
        system.call(() -> {
            openTasks(recusal.reference()).forEach(task -> show(task.getId(), recusal.person()));
            return null;
        });
    }

    private List<Task> openTasks(Reference reference) {
        return tasks.createTaskQuery()
                .processVariableValueEquals(Variable.REFERENCE, reference.value())
                .list();
    }

    private void hide(String task, Actor person) {
        // The engine would check its grant to the assignee before the revocation.
        of(task, person, Authorization.AUTH_TYPE_GRANT).forEach(this::delete);
        if (of(task, person, Authorization.AUTH_TYPE_REVOKE).isEmpty()) {
            var revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
            revoked.setUserId(person.value());
            revoked.setResource(Resources.TASK);
            revoked.setResourceId(task);
            revoked.removePermission(Permissions.ALL);
            authorizations.saveAuthorization(revoked);
        }
    }

    private void show(String task, Actor person) {
        of(task, person, Authorization.AUTH_TYPE_REVOKE).forEach(this::delete);
    }

    private List<Authorization> of(String task, Actor person, int type) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .userIdIn(person.value())
                .resourceType(Resources.TASK)
                .resourceId(task)
                .list();
    }

    private void delete(Authorization found) {
        authorizations.deleteAuthorization(found.getId());
    }

    /** A task was created in a case in which these persons are recused. */
    record Created(String id, List<Actor> recused) {}
}
