package se.tidig.bundle.deployment;

import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import se.tidig.bundle.CurrentTaskGroup;
import se.tidig.form.CaseTask;
import se.tidig.form.Rejected;

/** Finds in the process which table gives a task its group, and evaluates the current version of that table. */
@Component
class CurrentTableGroup implements CurrentTaskGroup {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

    private final RepositoryService repository;
    private final TaskService tasks;
    private final TableOfTheDay today;
    private final CachedRuleSource files;

    CurrentTableGroup(RepositoryService repository, TaskService tasks, TableOfTheDay today, CachedRuleSource files) {
        this.repository = repository;
        this.tasks = tasks;
        this.today = today;
        this.files = files;
    }

    @Override
    public Optional<String> changed(CaseTask task) {
        var open = files.asSystem(
                () -> tasks.createTaskQuery().taskId(task.taskId()).singleResult());
        if (open == null) {
            // Another request has ended the task at the same moment, for example by a withdrawal during the decision.
            throw new Rejected("", "Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
        }
        var process = files.asSystem(() -> repository.getBpmnModelInstance(open.getProcessDefinitionId()));
        return variable(process, task.element()).flatMap(variable -> table(process, variable)
                .flatMap(table -> given(table, task))
                .filter(group -> !group.equals(task.text(variable))));
    }

    /** The variable that holds the task's group. */
    private static Optional<String> variable(BpmnModelInstance process, String element) {
        return process.getModelElementById(element) instanceof UserTask task && task.getCamundaCandidateGroups() != null
                ? Optional.of(VARIABLE.matcher(task.getCamundaCandidateGroups()))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                : Optional.empty();
    }

    /** The table that gives the variable its value. */
    private static Optional<String> table(BpmnModelInstance process, String variable) {
        return process.getModelElementsByType(BusinessRuleTask.class).stream()
                .filter(task -> variable.equals(task.getCamundaResultVariable()))
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .findFirst();
    }

    private Optional<String> given(String table, CaseTask task) {
        var facts = new HashMap<String, Object>();
        // A variable without a value counts as known too.
        files.asSystem(() -> tasks.getVariablesTyped(task.taskId(), false).keySet())
                .forEach(name -> facts.put(name, task.variables().get(name)));
        return today.deployment(table, facts::containsKey, task.reference()).stream()
                .flatMap(deployment -> files.of(deployment).decide(table, facts).stream())
                .flatMap(row -> row.values().stream())
                .map(String::valueOf)
                .findFirst();
    }
}
