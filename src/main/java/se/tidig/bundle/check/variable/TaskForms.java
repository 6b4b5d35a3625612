package se.tidig.bundle.check.variable;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import se.tidig.bundle.Vocabulary.KnownWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.check.feel.SentValue;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.engine.CaseStage;

/** The forms of a case's tasks and starts: which questions they ask, and which answers these can have. */
public final class TaskForms {

    private final ModelSet models;
    private final CaseVocabulary names;
    private final boolean known;
    private final Map<CaseStage, Set<String>> forms = new EnumMap<>(CaseStage.class);
    private final Map<String, Set<String>> keys = new HashMap<>();
    private Set<Process> caseProcesses;
    private Map<String, Set<String>> plain;

    TaskForms(ModelSet models, CaseVocabulary names) {
        this.models = models;
        this.names = names;
        this.known = models.vocabulary().ofCase().stream().anyMatch(KnownWords::tasks);
    }

    /** The forms, in addition to the application, whose answers a table can read at this stage of the case. */
    public Set<String> forms(CaseStage stage) {
        return forms.computeIfAbsent(stage, one -> caseProcesses().stream()
                .filter(process -> one.knows(names.of(process)))
                .flatMap(process -> forms(process).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The keys of the forms' questions, as tables read them. */
    public Set<String> keys(Set<String> forms) {
        var keys = new TreeSet<String>();
        forms.forEach(form -> keys.addAll(keys(form)));
        return keys;
    }

    /** The questions of tasks with a single answer, each with its only values (none if any value is possible). */
    public Map<String, Set<String>> plain() {
        if (plain == null) {
            plain = findPlain();
        }
        return plain;
    }

    private Map<String, Set<String>> findPlain() {
        var plain = new TreeMap<String, Set<String>>();
        for (var id : forms(CaseStage.DECIDED)) {
            var form = models.forms().get(id);
            form.plain().forEach((key, values) -> {
                if (keys(id).contains(key)) {
                    plain.merge(key, values, TaskForms::either);
                }
            });
        }
        return plain;
    }

    private static Set<String> either(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() ? Set.of() : VariableFlow.union(a, b);
    }

    /** The values that a table can get as the answer at its stage of the case. */
    public SentValue sent(TableWords words, String question) {
        var sent = forms(words.stage()).stream()
                .filter(form -> keys(form).contains(question))
                .map(form -> models.forms().get(form).sent(question))
                .distinct()
                .toList();
        return sent.size() == 1 ? sent.get(0) : SentValue.ANYTHING;
    }

    /** The alternatives of the question in all forms; none if a form accepts any answer, or no form asks it. */
    public Set<String> choices(TableWords words, String question) {
        Set<String> choices = null;
        for (var id : forms(words.stage())) {
            if (keys(id).contains(question)) {
                var form = models.forms().get(id);
                var its = form.isYesOrNo(question) ? FormFile.YES_OR_NO : form.choices(question);
                choices = choices == null ? its : either(choices, its);
            }
        }
        return choices == null ? Set.of() : choices;
    }

    /** Whether the answer is a text that a person writes. */
    public boolean isFreeText(String question) {
        return forms(CaseStage.DECIDED).stream()
                .anyMatch(form -> keys(form).contains(question)
                        && models.forms().get(form).sent(question).kind() == SentValue.Kind.TEXT);
    }

    /**
     * The questions that several forms ask under the same key but with answers of different types, each with its forms.
     */
    public Map<String, Set<String>> differing() {
        var forms = new TreeSet<>(forms(CaseStage.DECIDED));
        forms.addAll(ofApplications());
        var kinds = new TreeMap<String, Map<String, Set<String>>>();
        for (var id : forms) {
            var form = models.forms().get(id);
            for (var key : form == null ? Set.<String>of() : form.inputKeys()) {
                kind(form, key).ifPresent(kind -> kinds.computeIfAbsent(key, one -> new TreeMap<>())
                        .computeIfAbsent(kind, one -> new TreeSet<>())
                        .add(id));
            }
        }
        var differing = new TreeMap<String, Set<String>>();
        kinds.forEach((key, byKind) -> {
            if (byKind.size() > 1) {
                differing.put(
                        key,
                        byKind.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        return differing;
    }

    /** The type of the answer as a table sees it: a choice is a string. */
    private static Optional<String> kind(FormFile form, String key) {
        if (form.schema().component(key).isEmpty()) {
            return Optional.empty();
        }
        if (form.severalChoices().contains(key)) {
            return Optional.of("list");
        }
        var kind = form.sent(key).kind();
        return kind == SentValue.Kind.ANY
                ? Optional.empty()
                : Optional.of(kind == SentValue.Kind.CHOICE ? SentValue.Kind.TEXT.name() : kind.name());
    }

    /** The forms of applications, which are no task's. */
    Set<String> ofApplications() {
        return models.vocabulary().ofCase().stream()
                .flatMap(words -> words.answersOf().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The questions that the form asks in a task. A key that the application also has stands for the application's
     * answer.
     */
    Set<String> keys(String id) {
        return keys.computeIfAbsent(id, this::findKeys);
    }

    private Set<String> findKeys(String id) {
        var form = models.forms().get(id);
        if (!known || form == null || ofApplications().contains(id)) {
            return Set.of();
        }
        var keys = new LinkedHashSet<>(form.inputKeys());
        ofApplications().stream()
                .map(models.forms()::get)
                .filter(application -> application != null)
                .forEach(application -> keys.removeAll(application.inputKeys()));
        return keys;
    }

    /** The questions that the processes' tasks and starts ask. */
    Set<String> keysOf(Collection<Process> processes) {
        return keys(
                processes.stream().flatMap(process -> forms(process).stream()).collect(Collectors.toSet()));
    }

    private Set<String> forms(Process process) {
        return models.file(process).nodes().stream()
                .filter(node -> node instanceof UserTask || node instanceof StartEvent)
                .map(node -> ProcessFile.camunda(node, "formRef"))
                .filter(form -> form != null
                        && models.forms().containsKey(form)
                        && !ofApplications().contains(form))
                .collect(Collectors.toSet());
    }

    /** The processes that know of a case. */
    Set<Process> caseProcesses() {
        if (caseProcesses == null) {
            caseProcesses = new LinkedHashSet<>(known ? models.allProcesses() : Set.of());
            caseProcesses.removeIf(process -> names.of(process) == CaseStage.NONE);
        }
        return caseProcesses;
    }
}
