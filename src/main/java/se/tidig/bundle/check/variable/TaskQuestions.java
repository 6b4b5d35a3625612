package se.tidig.bundle.check.variable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;

/**
 * The steps at which the questions of a case's tasks and start forms have been answered: certainly, if every way to the
 * step asks them, or possibly, if some way does. A process that another process starts or calls begins with
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
    private final TaskForms forms;
    private final Map<Process, List<Way>> ways = new HashMap<>();
    private final Map<Entry, Way> followed = new HashMap<>();
    private final Map<Process, Set<String>> atEnd = new HashMap<>();

    /** One way into a process: its start event and the calling activity, or null if no process calls it. */
    private record Entry(StartEvent start, CallActivity caller) {}

    /** The answers along one way through a process: the certain ones and all possible ones. */
    public record Way(VariableFlow certain, VariableFlow possible) {}

    TaskQuestions(ModelSet models, CaseVocabulary names, TaskForms forms) {
        this.models = models;
        this.names = names;
        this.forms = forms;
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

    private Set<String> asked(FlowNode node) {
        var form = node instanceof UserTask || node instanceof StartEvent ? ProcessFile.camunda(node, "formRef") : null;
        return form == null ? Set.of() : forms.keys(form);
    }

    private Set<String> certainlyGiven(FlowNode node) {
        return node instanceof CallActivity call && VariableIndex.handed(call).contains(Variable.REFERENCE)
                ? models.process(call.getCalledElement()).map(this::atEnd).orElse(Set.of())
                : asked(node);
    }

    private Set<String> possiblyGiven(FlowNode node) {
        return node instanceof CallActivity call
                ? models.process(call.getCalledElement())
                        .map(called -> forms.keysOf(withFollowing(called)))
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
        var others = new LinkedHashSet<>(forms.caseProcesses());
        if (opensCase(process)) {
            others.removeAll(withFollowing(process));
        }
        return forms.keysOf(others);
    }

    private boolean opensCase(Process process) {
        return models.starts(process).stream()
                .map(start -> ProcessFile.camunda(start, "formRef"))
                .anyMatch(form -> form != null && forms.ofApplications().contains(form));
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
                    starts(node).forEach(message -> forms.caseProcesses().stream()
                            .filter(other -> models.starts(other).stream()
                                    .anyMatch(start -> message.equals(VariableIndex.message(start))))
                            .forEach(next::add));
                }
            }
        }
        return found;
    }

    private static Set<String> intersection(Set<String> a, Set<String> b) {
        var both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }
}
