package se.tidig.bundle.check.variable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import se.tidig.bundle.Vocabulary.KnownWords;
import se.tidig.bundle.Vocabulary.TableWords;
import se.tidig.bundle.check.feel.SentValue;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;

/**
 * The questions of a case's tasks and start forms, and the steps at which they have been answered: certainly, if every
 * way to the step asks them, or possibly, if some way does. A process that another process starts or calls begins with
 * the answers of that process. A process that starts by itself, such as one for an incoming document, can begin at any
 * time.
 */
public final class TaskQuestions {

    /** The questions answered on every way, and those answered on at least one. */
    record Answered(Set<String> certain, Set<String> possible) {

        static final Answered NOTHING = new Answered(Set.of(), Set.of());
    }

    private final ModelSet models;
    private final CaseVocabulary names;
    private final boolean known;
    private final Map<Process, List<Way>> ways = new HashMap<>();
    private final Map<Entry, Way> followed = new HashMap<>();
    private final Map<Process, Set<String>> atEnd = new HashMap<>();
    private final Map<CaseStage, Set<String>> forms = new EnumMap<>(CaseStage.class);
    private final Map<String, Set<String>> keys = new HashMap<>();
    private Set<Process> caseProcesses;
    private Map<String, Set<String>> plain;

    /** One way into a process: its start event and the calling activity, or null if no process calls it. */
    private record Entry(StartEvent start, CallActivity caller) {}

    /** The answers along one way through a process: the certain ones and all possible ones. */
    public record Way(VariableFlow certain, VariableFlow possible) {}

    TaskQuestions(ModelSet models, CaseVocabulary names) {
        this.models = models;
        this.names = names;
        this.known = models.vocabulary().ofCase().stream().anyMatch(KnownWords::tasks);
    }

    /**
     * Follows the answers from one start event.
     *
     * @param caller null if no process calls it
     */
    public Way follow(ProcessFile file, StartEvent start, CallActivity caller) {
        var entry = new Entry(start, caller);
        var found = followed.get(entry);
        if (found == null) {
            var at = atStart(start, caller);
            found = new Way(
                    VariableFlow.certain(file, start, at.certain(), this::certainlyGiven, node -> Set.of()),
                    VariableFlow.possible(
                            file,
                            start,
                            VariableFlow.union(at.possible(), beside(file)),
                            this::possiblyGiven,
                            node -> Set.of()));
            followed.put(entry, found);
        }
        return found;
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
                    plain.merge(key, values, TaskQuestions::either);
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
        forms.addAll(applications());
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

    private Set<String> applications() {
        return models.vocabulary().ofCase().stream()
                .flatMap(words -> words.answersOf().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The questions that the form asks in a task. A key that the application also has stands for the application's
     * answer.
     */
    private Set<String> keys(String id) {
        return keys.computeIfAbsent(id, this::findKeys);
    }

    private Set<String> findKeys(String id) {
        var form = models.forms().get(id);
        if (!known || form == null || applications().contains(id)) {
            return Set.of();
        }
        var keys = new LinkedHashSet<>(form.inputKeys());
        applications().stream()
                .map(models.forms()::get)
                .filter(application -> application != null)
                .forEach(application -> keys.removeAll(application.inputKeys()));
        return keys;
    }

    private Set<String> asked(FlowNode node) {
        var form = node instanceof UserTask || node instanceof StartEvent ? ProcessFile.camunda(node, "formRef") : null;
        return form == null ? Set.of() : keys(form);
    }

    private Set<String> certainlyGiven(FlowNode node) {
        return node instanceof CallActivity call && VariableIndex.handed(call).contains(Variable.REFERENCE)
                ? models.process(call.getCalledElement()).map(this::atEnd).orElse(Set.of())
                : asked(node);
    }

    private Set<String> possiblyGiven(FlowNode node) {
        return node instanceof CallActivity call
                ? models.process(call.getCalledElement())
                        .map(called -> keys(forms(withFollowing(called))))
                        .orElse(Set.of())
                : asked(node);
    }

    /** The questions that a process has certainly asked when it ends, whoever called it. */
    private Set<String> atEnd(Process process) {
        if (!atEnd.containsKey(process)) {
            atEnd.put(process, Set.of());
            Set<String> end = null;
            for (var start : models.starts(process)) {
                var asked = VariableFlow.certain(
                                models.file(process), start, Set.of(), this::certainlyGiven, node -> Set.of())
                        .atEnd(process);
                end = end == null ? asked : intersection(end, asked);
            }
            atEnd.put(process, end == null ? Set.of() : end);
        }
        return atEnd.get(process);
    }

    /** The questions asked after non-interrupting events, which can be answered at any step of the process. */
    private Set<String> beside(ProcessFile file) {
        var beside = new HashSet<String>();
        var next = new ArrayDeque<FlowNode>();
        for (var node : file.nodes()) {
            if (node instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                    || ProcessFile.isEventSubProcess(node)) {
                next.add(node);
            }
        }
        var seen = new HashSet<FlowNode>();
        while (!next.isEmpty()) {
            var node = next.pop();
            if (seen.add(node)) {
                beside.addAll(possiblyGiven(node));
                next.addAll(file.next(node));
                if (node instanceof SubProcess sub) {
                    next.addAll(file.nodes(sub));
                }
            }
        }
        return beside;
    }

    private Answered atStart(StartEvent start, CallActivity caller) {
        if (caller != null) {
            return VariableIndex.handed(caller).contains(Variable.REFERENCE) ? at(List.of(caller)) : Answered.NOTHING;
        }
        var process = ProcessFile.processOf(start);
        if (names.at(start) == CaseStage.NONE) {
            return Answered.NOTHING;
        }
        var starters = starters(VariableIndex.message(start));
        return starters.isEmpty() ? new Answered(Set.of(), elsewhere(process)) : at(starters);
    }

    /** The answers certain at all of the steps, and those possible at any of them. */
    private Answered at(List<? extends FlowNode> steps) {
        Set<String> certain = null;
        var possible = new HashSet<String>();
        for (var step : steps) {
            for (var way : ways(ProcessFile.processOf(step))) {
                var here = way.certain().before(step);
                if (here != null) {
                    certain = certain == null ? here : intersection(certain, here);
                }
                possible.addAll(VariableFlow.union(way.possible().before(step), Set.of()));
            }
        }
        return new Answered(certain == null ? Set.of() : certain, possible);
    }

    private List<Way> ways(Process process) {
        if (!ways.containsKey(process)) {
            // Ends the recursion if a process indirectly starts itself: such a start adds no answers.
            ways.put(process, List.of());
            var file = models.file(process);
            var found = new ArrayList<Way>();
            for (var start : file.starts(process)) {
                var callers = start.getEventDefinitions().isEmpty() ? names.callers(process) : List.<CallActivity>of();
                callers.forEach(caller -> found.add(follow(file, start, caller)));
                if (callers.isEmpty()) {
                    found.add(follow(file, start, null));
                }
            }
            ways.put(process, found);
        }
        return ways.get(process);
    }

    /** The steps that start a process by the message. */
    private List<FlowNode> starters(String message) {
        return message == null
                ? List.of()
                : models.processFiles().values().stream()
                        .flatMap(file -> file.nodes().stream())
                        .filter(node -> starts(node).contains(message))
                        .toList();
    }

    private Set<String> starts(FlowNode node) {
        var starts = new TreeSet<String>();
        for (var bean : VariableIndex.delegates(node)) {
            var words = models.vocabulary().delegates().get(bean);
            if (words != null) {
                starts.addAll(words.starts());
            }
        }
        return starts;
    }

    /**
     * The questions that other processes may have asked before a process that can begin at any time. The process that
     * opens the case begins first, so those that follow it do not count.
     */
    private Set<String> elsewhere(Process process) {
        var others = new LinkedHashSet<>(caseProcesses());
        if (opensCase(process)) {
            others.removeAll(withFollowing(process));
        }
        return keys(forms(others));
    }

    private boolean opensCase(Process process) {
        return models.starts(process).stream()
                .map(start -> ProcessFile.camunda(start, "formRef"))
                .anyMatch(form -> form != null && applications().contains(form));
    }

    /** The process and all processes that it calls or starts, directly or indirectly. */
    private Set<Process> withFollowing(Process process) {
        var found = new LinkedHashSet<Process>();
        var next = new ArrayDeque<>(List.of(process));
        while (!next.isEmpty()) {
            var one = next.pop();
            if (found.add(one)) {
                for (var node : models.file(one).nodes()) {
                    if (node instanceof CallActivity call) {
                        models.process(call.getCalledElement()).ifPresent(next::add);
                    }
                    starts(node).forEach(message -> caseProcesses().stream()
                            .filter(other -> models.starts(other).stream()
                                    .anyMatch(start -> message.equals(VariableIndex.message(start))))
                            .forEach(next::add));
                }
            }
        }
        return found;
    }

    private Set<String> forms(Set<Process> processes) {
        return processes.stream().flatMap(process -> forms(process).stream()).collect(Collectors.toSet());
    }

    private Set<String> forms(Process process) {
        return models.file(process).nodes().stream()
                .filter(node -> node instanceof UserTask || node instanceof StartEvent)
                .map(node -> ProcessFile.camunda(node, "formRef"))
                .filter(form -> form != null
                        && models.forms().containsKey(form)
                        && !applications().contains(form))
                .collect(Collectors.toSet());
    }

    private Set<Process> caseProcesses() {
        if (caseProcesses == null) {
            caseProcesses = new LinkedHashSet<>(known ? models.allProcesses() : Set.of());
            caseProcesses.removeIf(process -> names.of(process) == CaseStage.NONE);
        }
        return caseProcesses;
    }

    private static Set<String> intersection(Set<String> a, Set<String> b) {
        var both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }
}
