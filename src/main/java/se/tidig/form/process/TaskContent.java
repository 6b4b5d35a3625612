package se.tidig.form.process;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.FormSchema;
import se.tidig.form.Plain;
import se.tidig.form.Rejected;

/** What a task's form shows: routing variables, and case content that is read from the domain when a person looks. */
@Component
class TaskContent {

    private final CaseContents contents;
    private final OpenTasks open;
    private final DeployedForms forms;
    private final PersonForms personForms;

    TaskContent(CaseContents contents, OpenTasks open, DeployedForms forms, PersonForms personForms) {
        this.contents = contents;
        this.open = open;
        this.forms = forms;
        this.personForms = personForms;
    }

    /** The values by name that the form reads, and those of its own fields. */
    Map<String, Object> shown(FormSchema form, CaseTask task) {
        var names = names(form);
        var shown = new LinkedHashMap<>(task.variables());
        shown.keySet().retainAll(names);
        var fields = form.inputKeys();
        for (var name : names) {
            if (contents.keys().contains(name)) {
                var value = Plain.of(contents.read(name, task));
                // As the form gets it: a field that nothing prefills keeps its default.
                if (value != null || !fields.contains(name)) {
                    shown.put(name, value);
                }
            }
        }
        return shown;
    }

    /** Refuses a person whom the engine would refuse, in words for people. */
    void check(String taskId) {
        var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new Rejected("", "Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
        }
        open.checkRead(task);
    }

    /** Refuses a note to a person who may not read its task; only administrators read notes of an ended task. */
    void checkNote(String taskId, Authentication person) {
        var context = Context.getCommandContext();
        var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            open.checkRead(task);
        } else if (!context.getAuthorizationManager().isCamundaAdmin(person)) {
            throw new Rejected("", "Uppgiften finns inte längre. Uppdatera uppgiftslistan.");
        }
    }

    /** Adds the case content to what the engine has read for the form of a task. */
    void add(VariableMap variables, String taskId, Collection<String> wanted, Authentication person) {
        var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (!hasForm(task)) {
            return;
        }
        var caseTask = open.guarded(task, person.getUserId());
        var form = personForms.of(task, caseTask).orElseThrow();
        var fields = form.schema().inputKeys();
        for (var name : names(form.schema())) {
            if (contents.keys().contains(name) && (wanted == null || wanted.contains(name))) {
                var value = Plain.of(contents.read(name, caseTask));
                // A field that nothing prefills keeps the form's default.
                if (value != null || !fields.contains(name)) {
                    variables.putValueTyped(name, PostedValues.toShow(value));
                }
            }
        }
    }

    /** The form that the person gets if it is another than the model names, as JSON. */
    Optional<InputStream> form(String taskId, Authentication person) {
        var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (!hasForm(task)) {
            return Optional.empty();
        }
        var caseTask = open.guarded(task, person.getUserId());
        return personForms
                .shown(task, caseTask)
                .map(form -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean hasForm(TaskEntity task) {
        return task != null
                && task.getProcessDefinitionId() != null
                && forms.of(task).isPresent();
    }

    private static Set<String> names(FormSchema form) {
        var names = new LinkedHashSet<>(form.reads());
        form.inputKeys().forEach(key -> names.add(key.split("\\.")[0]));
        names.removeAll(BorrowedQuestions.keys(form));
        return names;
    }
}
