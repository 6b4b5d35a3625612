package se.tidig.bundle.check.variable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import se.tidig.bundle.Vocabulary.KnownWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;

/** The names by which models can read what is known of a case, which depends on how far the case has come. */
public final class CaseVocabulary {

    private static final String EACH_CODE = "*";

    private final ModelSet models;
    private final VariableIndex writers;
    private final TaskForms taskForms;
    private final TaskQuestions tasks;

    CaseVocabulary(ModelSet models, VariableIndex writers) {
        this.models = models;
        this.writers = writers;
        this.taskForms = new TaskForms(models, this);
        this.tasks = new TaskQuestions(models, this, taskForms);
    }

    /** What the forms of the case's tasks ask. */
    public TaskForms taskForms() {
        return taskForms;
    }

    /** Where the questions of the case's tasks have been answered. */
    public TaskQuestions tasks() {
        return tasks;
    }

    List<CallActivity> callers(Process process) {
        return writers.callers(process.getId());
    }

    /** The names that a table can read, also those in lists, such as {@code budgetLines.amount}. */
    public Set<String> inTables(CaseStage stage) {
        var names = new TreeSet<String>();
        for (var known : models.vocabulary().ofCase()) {
            if (stage.knows(known.since())) {
                names.addAll(figures(known).keySet());
                for (var form : forms(known)) {
                    names.addAll(form.inputKeys());
                }
            }
        }
        return names;
    }

    /**
     * The names that an expression can read, each with its only values (none if any is possible); without lists and
     * their rows.
     */
    public Map<String, Set<String>> inExpressions(CaseStage stage) {
        var names = new LinkedHashMap<String, Set<String>>();
        for (var known : models.vocabulary().ofCase()) {
            if (stage.knows(known.since())) {
                figures(known).forEach(names::putIfAbsent);
                for (var form : forms(known)) {
                    form.plain().forEach(names::putIfAbsent);
                }
            }
        }
        return names;
    }

    /** The names of the case that a table can read, its figures and its answers. */
    public Set<String> readable(TableWords words) {
        var names = inTables(words.stage());
        names.addAll(taskForms.keys(taskForms.forms(words.stage())));
        return names;
    }

    /** The forms whose answers the table gets, including those of the case that it is asked in. */
    public Set<String> answersOf(TableWords words) {
        var forms = new LinkedHashSet<>(words.answersOf());
        models.vocabulary().ofCase().stream()
                .filter(known -> words.stage().knows(known.since()))
                .forEach(known -> forms.addAll(known.answersOf()));
        return forms;
    }

    private List<FormFile> forms(KnownWords known) {
        return known.answersOf().stream()
                .map(models.forms()::get)
                .filter(form -> form != null)
                .toList();
    }

    private Map<String, Set<String>> figures(KnownWords known) {
        var figures = new LinkedHashMap<String, Set<String>>();
        known.names().forEach((name, values) -> {
            if (name.endsWith(EACH_CODE)) {
                known.tables().forEach(table -> writers.codes(table)
                        .forEach(code -> figures.put(name.replace(EACH_CODE, code), FormFile.YES_OR_NO)));
            } else {
                figures.put(name, values);
            }
        });
        return figures;
    }

    /** How far the case has certainly come when the process begins with this event and not by a call. */
    public CaseStage at(StartEvent start) {
        var message = VariableIndex.message(start);
        if (message != null) {
            return models.vocabulary().starts().getOrDefault(message, CaseStage.NONE);
        }
        var handler = models.vocabulary().handlers().get(String.valueOf(ProcessFile.camunda(start, "formRef")));
        return handler == null ? CaseStage.NONE : handler.stage();
    }

    /** The same when the caller begins the process; nothing is known if it does not pass the case on. */
    public CaseStage at(CallActivity caller) {
        return at(caller, Set.of());
    }

    private CaseStage at(CallActivity caller, Set<String> seen) {
        if (!VariableIndex.handed(caller).contains(Variable.REFERENCE)) {
            return CaseStage.NONE;
        }
        return of(ProcessFile.processOf(caller), seen);
    }

    /** How far the case has certainly come, however the process began. */
    public CaseStage of(Process process) {
        return of(process, Set.of());
    }

    private CaseStage of(Process process, Set<String> seen) {
        if (process == null || seen.contains(process.getId())) {
            return CaseStage.NONE;
        }
        var inner = new TreeSet<>(seen);
        inner.add(process.getId());
        CaseStage least = null;
        for (var start : models.starts(process)) {
            var callers =
                    start.getEventDefinitions().isEmpty() ? writers.callers(process.getId()) : List.<CallActivity>of();
            for (var caller : callers) {
                least = least(least, at(caller, inner));
            }
            if (callers.isEmpty() || ProcessFile.camunda(start, "formRef") != null) {
                least = least(least, at(start));
            }
        }
        return least == null ? CaseStage.NONE : least;
    }

    private static CaseStage least(CaseStage one, CaseStage other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }
}
