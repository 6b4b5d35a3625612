package se.tidig.bundle.check.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.variable.VariableIndex;
import se.tidig.bundle.check.variable.VariableUse;

/**
 * The variables before and after each element when a process begins with one start event. A possible flow has those that
 * at least one way writes; a certain flow has only those that every way writes.
 */
final class VariableFlow {

    private final ProcessFile file;
    private final VariableIndex writers;
    private final StartEvent start;
    private final Set<String> received;
    private final boolean certain;

    /** The certain flow without non-interrupting events; null if this is that flow, or is not certain. */
    private final VariableFlow alone;

    private final boolean withEvents;
    private final Map<FlowNode, Set<String>> before = new LinkedHashMap<>();
    private final Map<FlowNode, Set<String>> after = new HashMap<>();
    private boolean changed;

    private VariableFlow(
            ProcessFile file,
            VariableIndex writers,
            StartEvent start,
            Set<String> received,
            boolean certain,
            boolean withEvents,
            VariableFlow alone) {
        this.file = file;
        this.writers = writers;
        this.start = start;
        this.received = received;
        this.certain = certain;
        this.withEvents = withEvents;
        this.alone = alone;
        follow();
    }

    /** @param received the variables that the process gets when it begins */
    static VariableFlow possible(ProcessFile file, VariableIndex writers, StartEvent start, Set<String> received) {
        return new VariableFlow(file, writers, start, received, false, true, null);
    }

    /** @param received the variables that the process gets when it begins */
    static VariableFlow certain(ProcessFile file, VariableIndex writers, StartEvent start, Set<String> received) {
        var alone = new VariableFlow(file, writers, start, received, true, false, null);
        return new VariableFlow(file, writers, start, received, true, true, alone);
    }

    /** The elements that the start event leads to. */
    Set<FlowNode> reached() {
        return before.keySet();
    }

    boolean reaches(FlowNode node) {
        return before.containsKey(node);
    }

    /** The variables that the element sees when it is entered. */
    Set<String> seenBy(FlowNode node) {
        return union(before.get(node), VariableIndex.local(node));
    }

    /** The variables that the use sees on the element. */
    Set<String> seenBy(VariableUse use, FlowNode node) {
        return union((use.after() ? after : before).get(use.at()), VariableIndex.local(node));
    }

    private void follow() {
        do {
            changed = false;
            file.nodes().forEach(this::follow);
        } while (changed);
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

    /** The variables that may exist when the element is entered; null if the start event does not lead to it. */
    private Set<String> incoming(FlowNode node) {
        if (node == start) {
            return received;
        }
        // Text within documentation may look like a step but is none.
        if (!(node.getParentElement() instanceof BaseElement scope)) {
            return null;
        }
        Set<String> in = null;
        if (node instanceof StartEvent && scope instanceof SubProcess sub) {
            in = before.containsKey(sub) ? union(before.get(sub), VariableIndex.local(sub)) : null;
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

    static Set<String> union(Set<String> a, Set<String> b) {
        var both = new HashSet<>(b);
        if (a != null) {
            both.addAll(a);
        }
        return both;
    }
}
