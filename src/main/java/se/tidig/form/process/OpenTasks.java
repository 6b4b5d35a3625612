package se.tidig.form.process;

import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseTask;
import se.tidig.form.FormAnswers;
import se.tidig.form.Rejected;
import se.tidig.form.TaskGuard;

/** Finds the open task a person reaches for, and who may work on it. */
@Component
class OpenTasks {

    private final JdbcClient jdbc;
    private final FormAnswers answers;
    private final StaffRegister staff;
    private final Elements elements;
    private final ObjectProvider<TaskGuard> guards;
    private final DeployedForms forms;

    OpenTasks(
            JdbcClient jdbc,
            FormAnswers answers,
            StaffRegister staff,
            Elements elements,
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
     * The task, locked until the transaction ends: of two people who complete it at once, the second finds it done
     * before anything is asked of the domain.
     */
    TaskEntity lock(String taskId, String actor) {
        var open = taskId != null
                && jdbc.sql("select id_ from engine.act_ru_task where id_ = ? for update")
                        .param(taskId)
                        .query(String.class)
                        .optional()
                        .isPresent();
        var task = open ? Context.getCommandContext().getTaskManager().findTaskById(taskId) : null;
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
                .map(done -> done.actor().equals(actor)
                        ? "Du har redan slutfört uppgiften."
                        : "Uppgiften är redan avslutad av någon annan.")
                .orElse("Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
    }

    /** The engine's own question whether the person at work may do the task: tenant and authorisation. */
    void checkWork(TaskEntity task) {
        ask(checker -> checker.checkTaskWork(task));
    }

    /** The engine's own question whether the person at work may hand the task to others. */
    void checkAssign(TaskEntity task) {
        ask(checker -> checker.checkTaskAssign(task));
    }

    /** The engine's own question whether the person at work may see what the task's form shows. */
    void checkRead(TaskEntity task) {
        ask(checker -> checker.checkReadTaskVariable(task));
    }

    private static void ask(Consumer<CommandChecker> question) {
        try {
            Context.getProcessEngineConfiguration().getCommandCheckers().forEach(question);
        } catch (AuthorizationException e) {
            throw e;
        } catch (ProcessEngineException e) {
            // The check of tenants, in the engine's own words.
            var rejected = new Rejected("", "Uppgiften hör till en länsstyrelse som du inte arbetar för.");
            rejected.initCause(e);
            throw rejected;
        }
    }

    /** Refuses all but the person who has taken the task. */
    void checkAssignee(TaskEntity task, String actor) {
        if (task.getAssignee() != null && !task.getAssignee().equals(actor)) {
            throw new Rejected(
                    "",
                    "Uppgiften är tilldelad " + staff.nameOf(task.getAssignee())
                            + ". Bara den som uppgiften är tilldelad kan slutföra den.");
        }
    }

    /** Refuses who has done what excludes from this task, and whom a guard refuses it. */
    CaseTask checkPerson(TaskEntity task, String person, String actor) {
        var process = task.getProcessDefinitionId();
        var element = task.getTaskDefinitionKey();
        answers.doneBy(person, task.getProcessInstanceId(), elements.excludedActorsOf(process, element))
                .ifPresent(done -> {
                    var who = person.equals(actor) ? "Du" : staff.nameOf(person);
                    var has = person.equals(actor) ? "du" : "hen";
                    throw new Rejected(
                            "",
                            "%s kan inte göra uppgiften ”%s” eftersom %s har gjort ”%s”. En annan person måste göra det."
                                    .formatted(
                                            who, elements.name(process, element), has, elements.name(process, done)));
                });
        return guarded(task, person);
    }

    /** The task as content and handlers see it; refuses whom a guard refuses it. */
    CaseTask guarded(TaskEntity task, String person) {
        var caseTask = describe(task, person);
        guards.orderedStream().forEach(guard -> guard.check(caseTask));
        return caseTask;
    }

    private CaseTask describe(TaskEntity task, String actor) {
        var variables = PostedValues.shown(task.getVariablesTyped(false));
        var reference = variables.get(Variable.REFERENCE);
        return new CaseTask(
                reference == null ? task.getProcessInstance().getBusinessKey() : reference.toString(),
                variables.get(Variable.BOARD) instanceof String board ? board : null,
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                forms.of(task).map(form -> form.schema().id()).orElse(null),
                task.getId(),
                task.getProcessInstanceId(),
                actor,
                variables);
    }
}
