package se.tidig.bundle.check.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.VariableIndex;
import se.tidig.bundle.check.variable.VariableUse;
import se.tidig.engine.CaseStage;

/**
 * Checks that every variable is written before it is read. Each way to start the process is followed separately: a
 * variable that only the portal's start sets is missing in a case that began on paper.
 */
public final class DataflowCheck {

    private final ProcessFile file;
    private final ModelSet models;
    private final VariableIndex writers;
    private final Set<String> writtenAnywhere = new TreeSet<>();
    private final Map<FlowNode, List<VariableUse>> uses = new HashMap<>();

    public DataflowCheck(ProcessFile file, ModelSet models, VariableIndex writers) {
        this.file = file;
        this.models = models;
        this.writers = writers;
        file.nodes()
                .forEach(node -> writtenAnywhere.addAll(writers.written(node).keySet()));
        writtenAnywhere.addAll(writers.carriedInto(file));
    }

    public void check() {
        for (var process : file.processes()) {
            for (var entry : entries(process)) {
                var possible = new Run(entry, false);
                possible.follow();
                possible.reads();
                var alone = new Run(entry, true);
                alone.follow();
                var certain = new Run(entry, alone);
                certain.follow();
                certain.uncertain(possible);
            }
        }
        file.all(CallActivity.class).forEach(this::returned);
    }

    private List<VariableUse> uses(FlowNode node) {
        return uses.computeIfAbsent(node, one -> VariableUse.of(file, one));
    }

    /** One way to start: the start event, the variables that it receives, its caller, and how far the case has come. */
    private record Entry(StartEvent start, Set<String> variables, String described, CaseStage stage) {}

    private List<Entry> entries(BaseElement process) {
        var entries = new ArrayList<Entry>();
        for (var start : file.starts(process)) {
            var plain = start.getEventDefinitions().isEmpty();
            var callers = plain ? writers.callers(ProcessFile.id(process)) : List.<CallActivity>of();
            for (var caller : callers) {
                entries.add(new Entry(
                        start,
                        VariableIndex.handed(caller),
                        " och " + ProcessFile.processOf(caller).getId() + " " + caller.getId() + " inte lämnar",
                        writers.caseNames().at(caller)));
            }
            // A caller in a file that cannot be read may pass any variables.
            var known = models.knowsAllProcesses() || !plain;
            if (callers.isEmpty() && known || ProcessFile.camunda(start, "formRef") != null) {
                entries.add(new Entry(
                        start,
                        Set.of(),
                        file.starts(process).size() > 1 ? " från " + start.getId() : "",
                        writers.caseNames().at(start)));
            }
        }
        return entries;
    }

    /** Every variable that a called process returns must be written in it. */
    private void returned(CallActivity call) {
        models.process(call.getCalledElement()).ifPresent(called -> {
            var calledFile = models.processFiles().values().stream()
                    .filter(other -> other.processes().contains(called))
                    .findFirst()
                    .orElseThrow();
            var known = new TreeSet<>(VariableIndex.handed(call));
            calledFile
                    .nodes()
                    .forEach(node -> known.addAll(writers.written(node).keySet()));
            for (var out : ProcessFile.extensions(call, "out")) {
                var source = out.getAttribute("source");
                if (source != null && !known.contains(source)) {
                    error(
                            call.getId(),
                            "hämtar variabeln \"" + source + "\", som ingenting i processen " + called.getId()
                                    + " skriver" + Suggestion.of(source, known),
                            "rätta namnet eller ta bort raden ut ur anropet");
                }
            }
        });
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }

    /**
     * Follows the variables from one entry until nothing changes. The run collects those that at least one way writes
     * or, if it is certain, only those that every way writes.
     */
    private final class Run {

        private final Entry entry;
        private final boolean certain;

        /** The certain run without non-interrupting events; null if this is that run, or is not certain. */
        private final Run alone;

        private final boolean hasBeside;
        private final Map<FlowNode, Set<String>> before = new LinkedHashMap<>();
        private final Map<FlowNode, Set<String>> after = new HashMap<>();
        private final Set<String> ofCase;
        private boolean changed;

        private Run(Entry entry, boolean certain) {
            this.entry = entry;
            this.ofCase = ofCase(entry);
            this.certain = certain;
            this.alone = null;
            this.hasBeside = !certain;
        }

        /** The variables that are certain on every way, also on those that begin with a non-interrupting event. */
        private Run(Entry entry, Run alone) {
            this.entry = entry;
            this.ofCase = ofCase(entry);
            this.certain = true;
            this.alone = alone;
            this.hasBeside = true;
        }

        private Set<String> ofCase(Entry entry) {
            return writers.caseNames().inExpressions(entry.stage()).keySet();
        }

        private void follow() {
            do {
                changed = false;
                file.nodes().forEach(this::follow);
            } while (changed);
        }

        private void reads() {
            before.keySet().forEach(this::reads);
        }

        private void follow(FlowNode node) {
            var in = incoming(node);
            if (in == null) {
                return;
            }
            changed |= !in.equals(before.put(node, in));
            var out = new HashSet<>(in);
            if (node instanceof SubProcess sub) {
                var left = left(sub);
                if (left == null) {
                    return;
                }
                out.addAll(left);
                out.removeAll(VariableIndex.local(node));
            }
            out.addAll(writers.written(node).keySet());
            changed |= !out.equals(after.put(node, out));
        }

        /** The variables that may exist when the element is entered; null if this entry does not lead to it. */
        private Set<String> incoming(FlowNode node) {
            if (node == entry.start()) {
                return entry.variables();
            }
            // Text within documentation may look like a step but is none.
            if (!(node.getParentElement() instanceof BaseElement scope)) {
                return null;
            }
            Set<String> in = null;
            if (node instanceof StartEvent && scope instanceof SubProcess sub) {
                in = before.containsKey(sub) ? union(before.get(sub), VariableIndex.local(sub)) : null;
            } else if (node instanceof BoundaryEvent boundary && !boundary.cancelActivity() && !hasBeside) {
                in = null;
            } else if (node instanceof BoundaryEvent boundary) {
                var activity = boundary.getAttachedTo();
                in = before.containsKey(activity)
                        ? union(before.get(activity), certain ? Set.of() : inside(activity))
                        : null;
            } else if (ProcessFile.isEventSubProcess(node)) {
                in = anyTime(node, scope);
            } else {
                for (var previous : file.previous(node)) {
                    if (after.containsKey(previous)) {
                        in = node instanceof ParallelGateway
                                ? union(in, after.get(previous))
                                : joined(in, after.get(previous));
                    }
                }
            }
            return in;
        }

        /** The variables when an event can occur at any time; for certain, no more than at the start of the scope. */
        private Set<String> anyTime(FlowNode node, BaseElement scope) {
            Set<String> in = null;
            for (var sibling : file.nodes(scope)) {
                if (sibling != node && after.containsKey(sibling) && (!certain || sibling instanceof StartEvent)) {
                    in = joined(in, after.get(sibling));
                }
            }
            return in;
        }

        /**
         * The variables when the subprocess is left: at its ends if certain, else after any of its steps. Null as long
         * as none of its ends is reached. Then the steps after it are not reached either, and the sets can only shrink.
         * A non-interrupting event has an end of its own, but the subprocess is not left until the way from its start
         * has ended too.
         */
        private Set<String> left(SubProcess sub) {
            if (!certain) {
                return inside(sub);
            }
            // The run without events does not reach a subprocess that only an event leads to.
            var left = alone == null ? null : alone.left(sub);
            if (left != null) {
                return left;
            }
            for (var inner : file.nodes(sub)) {
                if (inner instanceof EndEvent && after.containsKey(inner)) {
                    left = joined(left, after.get(inner));
                }
            }
            return left;
        }

        private Set<String> inside(FlowNode activity) {
            var inside = new HashSet<String>();
            if (activity instanceof SubProcess sub) {
                file.nodes(sub).forEach(inner -> inside.addAll(after.getOrDefault(inner, Set.of())));
            }
            return inside;
        }

        private Set<String> joined(Set<String> a, Set<String> b) {
            if (!certain || a == null) {
                return union(a, b);
            }
            var both = new HashSet<>(a);
            both.retainAll(b);
            return both;
        }

        /** The engine fails on an expression whose variable is not set, so every way must set it. */
        private void uncertain(Run possible) {
            for (var node : before.keySet()) {
                for (var use : uses(node)) {
                    if (before.containsKey(use.at()) && use.expression().fault() == null) {
                        var may = possible.known(use, node);
                        var must = known(use, node);
                        for (var name : use.expression().names()) {
                            if (may.contains(name) && !must.contains(name)) {
                                error(
                                        use.element(),
                                        use.what() + " läser variabeln \"" + name
                                                + "\", som inte är skriven på alla vägar hit" + entry.described(),
                                        "låt ett steg före vägskälet skriva ett utgångsvärde");
                            }
                        }
                    }
                }
            }
        }

        private Set<String> known(VariableUse use, FlowNode node) {
            var written = union((use.after() ? after : before).get(use.at()), VariableIndex.local(node));
            return use.stored() ? written : union(written, ofCase);
        }

        private Set<String> union(Set<String> a, Set<String> b) {
            var both = new HashSet<>(b);
            if (a != null) {
                both.addAll(a);
            }
            return both;
        }

        private void reads(FlowNode node) {
            for (var use : uses(node)) {
                var expression = use.expression();
                var seen = before.get(use.at());
                if (expression.fault() != null || seen == null) {
                    continue;
                }
                var known = known(use, node);
                for (var name : expression.names()) {
                    demand(use.element(), use.what() + " läser", name, known);
                }
            }
            var known = union(before.get(node), VariableIndex.local(node));
            for (var bean : VariableIndex.delegates(node)) {
                var words = models.vocabulary().delegates().get(bean);
                if (words != null) {
                    words.reads().forEach(name -> demand(node.getId(), "delegaten " + bean + " läser", name, known));
                }
            }
            var topic = models.vocabulary().topics().get(String.valueOf(VariableIndex.topic(node)));
            if (topic != null) {
                topic.reads().forEach(name -> demand(node.getId(), "ämnet " + topic.name() + " läser", name, known));
            }
            if (node instanceof BusinessRuleTask) {
                table(node, known);
            }
            form(node, known);
        }

        private void table(FlowNode node, Set<String> known) {
            var facts = union(known, writers.caseNames().inTables(entry.stage()));
            models.decision(ProcessFile.camunda(node, "decisionRef")).ifPresent(decision -> {
                for (var unknown : DecisionExpression.unknown(decision, FeelScope.of(facts), models)) {
                    error(
                            node.getId(),
                            "tabellen " + decision.getId() + " (" + unknown.element() + ") " + unknown.cause()
                                    + " före detta steg" + entry.described(),
                            "låt ett steg före skriva variabeln eller rätta namnet i tabellen");
                }
            });
        }

        private void form(FlowNode node, Set<String> known) {
            var form = models.forms().get(String.valueOf(ProcessFile.camunda(node, "formRef")));
            if (form == null) {
                return;
            }
            for (var name : form.reads()) {
                if (!models.vocabulary().content().containsKey(name)) {
                    demand(node.getId(), "formuläret " + ModelSet.stem(form.name()) + " visar", name, known);
                }
            }
        }

        private void demand(String element, String reader, String name, Set<String> known) {
            if (known.contains(name)) {
                return;
            }
            var cause = writtenAnywhere.contains(name)
                    ? ", som ingenting före skriver" + entry.described()
                    : ", som ingenting i processen skriver" + Suggestion.of(name, suggestions(known));
            error(
                    element,
                    reader + " variabeln \"" + name + "\"" + cause,
                    "rätta namnet eller låt ett steg före skriva variabeln" + notYet(name));
        }

        /** A hint that the case knows the name, but not yet when the process begins. */
        private String notYet(String name) {
            var later = writers.caseNames().inExpressions(CaseStage.DECIDED).keySet();
            return entry.stage() != CaseStage.NONE && later.contains(name) && !ofCase.contains(name)
                    ? "; i ärendet är det inte säkert känt när processen börjar"
                    : "";
        }

        private Set<String> suggestions(Set<String> known) {
            return union(known, models.vocabulary().content().keySet());
        }
    }
}
