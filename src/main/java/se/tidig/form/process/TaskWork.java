package se.tidig.form.process;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import se.tidig.LegalTexts;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormValidator;
import se.tidig.form.Rejected;
import se.tidig.form.process.DeployedForms.Deployed;

/**
 * Completes user tasks: by the right person, with answers that the form accepts, stored before the process continues.
 */
@Component
class TaskWork {

    private final OpenTasks open;
    private final PersonForms forms;
    private final TaskContent content;
    private final FormValidator validator;
    private final HandlerRegister handlers;
    private final FormAnswers answers;
    private final ModelElementReader elements;
    private final Clock clock;

    TaskWork(
            OpenTasks open,
            PersonForms forms,
            TaskContent content,
            FormValidator validator,
            HandlerRegister handlers,
            FormAnswers answers,
            ModelElementReader elements,
            Clock clock) {
        this.open = open;
        this.forms = forms;
        this.content = content;
        this.validator = validator;
        this.handlers = handlers;
        this.answers = answers;
        this.elements = elements;
        this.clock = clock;
    }

    /**
     * Accepts the answers.
     *
     * @return everything that the engine stores; empty if the person has declared a conflict of interest instead, so
     *     that the task is left to the others
     */
    Optional<VariableMap> complete(String taskId, Map<String, Object> posted, Authentication person) {
        var actor = person.getUserId();
        var task = allowed(taskId, actor);
        var caseTask = open.checkPerson(task, actor, actor);
        var form = forms.of(task, caseTask)
                .orElseThrow(() ->
                        new Rejected("", "Uppgiften saknar formulär och kan inte slutföras. Säg till processägaren."));
        var owes = forms.owes(task, caseTask);
        if (owes) {
            forms.checkAnswered(posted);
        }
        var shown = content.shown(form.schema(), caseTask);
        var given = validator.validate(form.schema(), PostedValues.plain(posted), shown);
        var own = owes ? forms.declare(task, caseTask, given) : Optional.of(given);
        return own.map(accepted -> complete(task, caseTask, form, accepted));
    }

    private VariableMap complete(TaskEntity task, CaseTask caseTask, Deployed form, Answers accepted) {
        var taskId = task.getId();
        answers.add(record(task, caseTask, form.schema().id(), form.version(), taskId, accepted));
        var variables = new LinkedHashMap<>(form.schema().routing(accepted.values()));
        variables.putAll(handlers.accept(caseTask, accepted));
        if (!open.isOpen(task)) {
            // The task ended from within while this transaction waited for the domain's rows.
            throw new Rejected(
                    "", "Ärendet gick vidare samtidigt och uppgiften behövs inte. Uppdatera uppgiftslistan.");
        }
        return PostedValues.routing(form.schema().id(), variables);
    }

    /** Lets a task end without its form if the model catches the error or escalation, and stores nothing. */
    void leave(String taskId, String code, boolean error, Map<String, Object> posted, Authentication person) {
        var actor = person.getUserId();
        var task = allowed(taskId, actor);
        var caseTask = open.checkPerson(task, actor, actor);
        if (forms.owes(task, caseTask)) {
            throw new Rejected("", LegalTexts.of("conflict.notAnsweredInForm"));
        }
        var process = task.getProcessDefinitionId();
        var element = task.getTaskDefinitionKey();
        if (!elements.catches(process, element, code, error)) {
            throw new Rejected("", "Uppgiften kan inte avslutas så här. Slutför den med formuläret.");
        }
        if (!posted.isEmpty()) {
            throw new Rejected("", "Svar lämnas bara i formuläret. Slutför uppgiften där.");
        }
        var ends = elements.endsTask(process, element, code, error);
        answers.add(record(task, caseTask, null, null, ends ? taskId : null, new Answers(Map.of())));
    }

    private TaskEntity allowed(String taskId, String actor) {
        var task = open.lock(taskId, actor);
        open.checkWork(task);
        open.checkAssignee(task, actor);
        // The engine lets an administrator work on every task, and a person on a task that they once took; that makes
        // nobody a decider.
        open.checkRecipient(task, actor);
        return task;
    }

    private FormAnswer record(
            TaskEntity task, CaseTask caseTask, String form, Integer version, String taskId, Answers accepted) {
        return new FormAnswer(
                caseTask.reference(),
                caseTask.board(),
                caseTask.process(),
                caseTask.processInstance(),
                caseTask.element(),
                form,
                version,
                task.getProcessDefinition().getDeploymentId(),
                taskId,
                caseTask.actor(),
                clock.instant(),
                accepted);
    }
}
