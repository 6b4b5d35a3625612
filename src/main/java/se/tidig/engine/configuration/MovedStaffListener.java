package se.tidig.engine.configuration;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.engine.AsNobody;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffAccountService;
import se.tidig.engine.StaffRegister;

/**
 * Takes back what a person has of tasks of groups and boards that they are no longer in: tasks that they had taken are
 * released, and the engine's grants to read and do tasks that they once had are deleted.
 */
@Component
class MovedStaffListener {

    private final StaffRegister register;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identity;

    MovedStaffListener(
            StaffRegister register, TaskService tasks, AuthorizationService authorizations, IdentityService identity) {
        this.register = register;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.identity = identity;
    }

    /** With nobody logged in, because the administrator may not work for all boards of the tasks. */
    @EventListener
    void on(StaffAccountService.Moved moved) {
        register.find(moved.person())
                .ifPresent(person -> AsNobody.call(identity, () -> {
                    tasks.createTaskQuery().taskAssignee(person.id()).list().stream()
                            .filter(task -> !mayDo(person, task))
                            .forEach(task -> tasks.setAssignee(task.getId(), null));
                    forget(person);
                    return null;
                }));
    }

    private boolean mayDo(Staff person, Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return person.tenants().contains(task.getTenantId())
                && (groups.isEmpty() || groups.stream().anyMatch(person.groups()::contains));
    }

    private void forget(Staff person) {
        var held = tasks.createTaskQuery().taskAssignee(person.id()).list().stream()
                .map(Task::getId)
                .toList();
        grants(person).stream()
                .filter(grant -> !held.contains(grant.getResourceId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    private List<Authorization> grants(Staff person) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .userIdIn(person.id())
                .resourceType(Resources.TASK)
                .list();
    }
}
