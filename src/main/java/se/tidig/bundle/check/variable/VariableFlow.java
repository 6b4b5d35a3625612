package se.tidig.bundle.check.variable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import se.tidig.bundle.check.file.ProcessFile;

/**
 * The names of variables or answers before and after each element, if a process begins with one start event. A possible
 * flow has the names that at least one way brings; a certain flow has only those that every way brings.
 */
public final class VariableFlow {

    private final ProcessFile file;
    private final StartEvent start;
    private final Set<String> initial;

    /** The names that the element adds. */
    private final Function<FlowNode, Set<String>> given;

    /** The names that exist only within the element. */
    private final Function<FlowNode, Set<String>> local;

    private final boolean certain;

    /** The certain flow without non-interrupting events; null if this is that flow, or is not certain. */
    private final VariableFlow alone;

    private final boolean withEvents;
    private final Map<FlowNode, Set<String>> before = new LinkedHashMap<>();
    private final Map<FlowNode, Set<String>> after = new HashMap<>();
    private boolean changed;

    private VariableFlow(
            ProcessFile file,
            StartEvent start,
            Set<String> initial,
            Function<FlowNode, Set<String>> given,
            Function<FlowNode, Set<String>> local,
            boolean certain,
            VariableFlow alone) {
        this.file = file;
        this.start = start;
        this.initial = initial;
        this.given = given;
        this.local = local;
        this.certain = certain;
        this.alone = alone;
        this.withEvents = !certain || alone != null;
        do {
            changed = false;
            file.nodes().forEach(this::follow);
        } while (changed);
    }

    /** @param initial the names that the process gets when it begins */
    public static VariableFlow possible(
            ProcessFile file,
            StartEvent start,
            Set<String> initial,
            Function<FlowNode, Set<String>> given,
            Function<FlowNode, Set<String>> local) {
        return new VariableFlow(file, start, initial, given, local, false, null);
    }

    /** The same for names that every way brings, also ways that begin with non-interrupting events. */
    public static VariableFlow certain(
            ProcessFile file,
            StartEvent start,
            Set<String> initial,
            Function<FlowNode, Set<String>> given,
            Function<FlowNode, Set<String>> local) {
        var alone = new VariableFlow(file, start, initial, given, local, true, null);
        return new VariableFlow(file, start, initial, given, local, true, alone);
    }

    /** The elements that the start event leads to. */
    public Set<FlowNode> reached() {
        return before.keySet();
    }

    /** The names when the element is entered; null if the start event does not lead to it. */
    public Set<String> before(FlowNode node) {
        return before.get(node);
    }

    /** The names when the element is left; null if it is never left. */
    public Set<String> after(FlowNode node) {
        return after.get(node);
    }

    /** The names when the process ends by one of its own end events; none if it never does. */
    Set<String> atEnd(BaseElement process) {
        Set<String> end = null;
        for (var node : file.nodes(process)) {
            if (node instanceof EndEvent && after.containsKey(node)) {
                end = joined(end, after.get(node));
            }
        }
        return end == null ? Set.of() : end;
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
            out.removeAll(local.apply(node));
        }
        out.addAll(given.apply(node));
        changed |= !out.equals(after.put(node, out));
    }

    /** The names when the element is entered; null if the start event does not lead to it. */
    private Set<String> incoming(FlowNode node) {
        if (node == start) {
            return initial;
        }
        // Text within documentation may look like a step but is none.
        if (!(node.getParentElement() instanceof BaseElement scope)) {
            return null;
        }
        Set<String> in = null;
        if (node instanceof StartEvent && scope instanceof SubProcess sub) {
            in = before.containsKey(sub) ? union(before.get(sub), local.apply(sub)) : null;
        } else if (node instanceof BoundaryEvent boundary && !boundary.cancelActivity() && !withEvents) {
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

    /** The names when an event can occur at any time; for certain, no more than at the start of the scope. */
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
     * The names when the subprocess is left: at its ends if certain, else after any of its steps. Null as long as none
     * of its ends is reached. Then the steps after it are not reached either, and the sets can only shrink. A
     * non-interrupting event has an end of its own, but the subprocess is not left until the way from its start has
     * ended too.
     */
    private Set<String> left(SubProcess sub) {
        if (!certain) {
            return inside(sub);
        }
        // The flow without events does not reach a subprocess that only an event leads to.
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

    public static Set<String> union(Set<String> a, Set<String> b) {
        var both = new HashSet<>(b);
        if (a != null) {
            both.addAll(a);
        }
        return both;
    }
}
