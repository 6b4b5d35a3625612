package se.tidig.form.process;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;

/** Finds the open task that a person wants, and who may work on it. */
@Component
class OpenTasks {

    private final JdbcClient jdbc;
    private final FormAnswers answers;
    private final StaffRegister staff;
    private final ModelElementReader elements;
    private final ObjectProvider<TaskGuard> guards;
    private final DeployedForms forms;

    OpenTasks(
            JdbcClient jdbc,
            FormAnswers answers,
            StaffRegister staff,
            ModelElementReader elements,
            ObjectProvider<TaskGuard> guards,
            DeployedForms forms) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.staff = staff;
        this.elements = elements;
        this.guards = guards;
        this.forms = forms;
    }

    /**
     * The task, locked at the gate until the transaction ends: if two people complete it at once, the second finds it
     * done before the domain is asked. Its row is not locked: an event that ends a task from within, such as a
     * withdrawal, locks the domain's rows before the task, and people lock in the other order.
     */
    TaskEntity lock(String taskId, String actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("task " + taskId)
                .query(rows -> {});
        var task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new Rejected("", gone(taskId, actor));
        }
        if (task.getProcessDefinitionId() == null) {
            throw new Rejected("", "Uppgiften hör inte till något ärende och kan inte hanteras.");
        }
        return task;
    }

    private String gone(String taskId, String actor) {
        return answers.ofTask(taskId)
                .filter(done -> done.actor().value().equals(actor) || isOfOwnBoard(done, actor))
                .map(done -> done.actor().value().equals(actor)
                        ? "Du har redan slutfört uppgiften."
                        : "Uppgiften är redan avslutad av någon annan.")
                .orElse("Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
    }

    private boolean isOfOwnBoard(FormAnswer done, String actor) {
        return staff.find(actor).stream()
                .flatMap(person -> person.boards().stream())
                .anyMatch(board -> board.name().equals(done.board()));
    }

    /** The engine's own check whether the person at work may do the task: tenant and authorisation. */
    void checkWork(TaskEntity task) {
        ask(task, checker -> checker.checkTaskWork(task));
    }

    /** The engine's own check whether the person at work may hand the task to others. */
    void checkAssign(TaskEntity task) {
        ask(task, checker -> checker.checkTaskAssign(task));
    }

    /** The engine's own check whether the person at work may see what the task's form shows. */
    void checkRead(TaskEntity task) {
        ask(task, checker -> checker.checkReadTaskVariable(task));
    }

    private void ask(TaskEntity task, Consumer<CommandChecker> question) {
        try {
            Context.getProcessEngineConfiguration().getCommandCheckers().forEach(question);
        } catch (ProcessEngineException refusal) {
            // If it has ended since it was read, the permissions to it are gone with it.
            throw isOpen(task)
                    ? refusal
                    : new Rejected(
                            "", gone(task.getId(), Context.getCommandContext().getAuthenticatedUserId()));
        }
    }

    /** The task's assignee in the database; an entity that is about to be saved already has another. */
    String holder(TaskEntity task) {
        return jdbc.sql("select assignee_ from engine.act_ru_task where id_ = ?")
                .param(task.getId())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(held -> held)
                .orElse(null);
    }

    /** Whether the task still exists. Asks the database, because the engine may hold what it read earlier. */
    boolean isOpen(TaskEntity task) {
        return jdbc.sql("select exists (select from engine.act_ru_task where id_ = ?)")
                .param(task.getId())
                .query(Boolean.class)
                .single();
    }

    /** Refuses everybody except the person who has taken the task. */
    void checkAssignee(TaskEntity task, String actor) {
        if (task.getAssignee() != null && !task.getAssignee().equals(actor)) {
            throw new Rejected(
                    "",
                    "Uppgiften är tilldelad " + staff.nameOf(Actor.of(task.getAssignee()))
                            + ". Bara den som uppgiften är tilldelad kan slutföra den.");
        }
    }

    /** Refuses to hand the task to a person who does not exist, works for other boards, or is in none of its groups. */
    void checkRecipient(TaskEntity task, String person) {
        var found = staff.find(person)
                .orElseThrow(() -> new Rejected(
                        "", "Ingen som arbetar här har användarnamnet %s. Välj någon annan.".formatted(person)));
        if (task.getTenantId() != null && !found.tenants().contains(task.getTenantId())) {
            throw new Rejected(
                    "",
                    "%s arbetar inte för länsstyrelsen som ärendet hör till. Välj någon annan."
                            .formatted(found.name()));
        }
        var groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        if (!groups.isEmpty()
                && groups.stream().noneMatch(found.groups()::contains)
                && task.getCandidates().stream().noneMatch(link -> person.equals(link.getUserId()))) {
            throw new Rejected(
                    "", "%s ingår inte i gruppen som uppgiften hör till. Välj någon annan.".formatted(found.name()));
        }
    }

    /** Refuses a person who did a step that excludes from this task, or whom a guard refuses it. */
    CaseTask checkPerson(TaskEntity task, String person, String actor) {
        var process = task.getProcessDefinitionId();
        var element = task.getTaskDefinitionKey();
        answers.doneBy(Actor.of(person), task.getProcessInstanceId(), elements.excludedActorsOf(process, element))
                .ifPresent(done -> {
                    var who = person.equals(actor) ? "Du" : staff.nameOf(Actor.of(person));
                    var has = person.equals(actor) ? "du" : "hen";
                    throw new Rejected(
                            "",
                            "%s kan inte göra uppgiften ”%s” eftersom %s har gjort ”%s”. En annan person måste göra det."
                                    .formatted(
                                            who, elements.name(process, element), has, elements.name(process, done)));
                });
        return guarded(task, person);
    }

    /** The task as content and handlers see it; refuses a person whom a guard refuses it. */
    CaseTask guarded(TaskEntity task, String person) {
        var caseTask = describe(task, person);
        guards.orderedStream().forEach(guard -> guard.check(caseTask));
        return caseTask;
    }

    private CaseTask describe(TaskEntity task, String actor) {
        var variables = PostedValues.shown(task.getVariablesTyped(false));
        var reference = variables.get(Variable.REFERENCE);
        return new CaseTask(
                Reference.find(reference == null ? task.getProcessInstance().getBusinessKey() : reference.toString())
                        .orElse(null),
                variables.get(Variable.BOARD) instanceof String board ? board : null,
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                forms.of(task).map(form -> form.schema().id()).orElse(null),
                task.getId(),
                task.getProcessInstanceId(),
                Actor.of(actor),
                variables);
    }
}
