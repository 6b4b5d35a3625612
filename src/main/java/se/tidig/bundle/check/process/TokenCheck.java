package se.tidig.bundle.check.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Simulates every way that tokens can take through a scope, and reports two faults. A parallel join that waits for a
 * branch that never arrives stops the case; two tokens on one flow run the rest of the case twice.
 */
public final class TokenCheck {

    private static final int MOST_STATES = 20_000;

    private final ProcessFile file;
    private final FindingList findings;

    public TokenCheck(ProcessFile file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    public void check() {
        for (var scope : file.scopes()) {
            var hasParallel = file.nodes(scope).stream().anyMatch(ParallelGateway.class::isInstance);
            if (hasParallel) {
                file.starts(scope).forEach(start -> play(scope, start));
                file.nodes(scope).stream()
                        .filter(node -> node instanceof BoundaryEvent boundary && !boundary.cancelActivity())
                        .forEach(boundary -> play(scope, boundary));
            }
        }
    }

    /** A state is the number of tokens on each flow; it is finished when no token is left. */
    private void play(BaseElement scope, FlowNode begin) {
        var seen = new HashSet<Map<String, Integer>>();
        var open = new ArrayDeque<Map<String, Integer>>();
        open.push(put(Map.of(), begin));
        while (!open.isEmpty() && seen.size() < MOST_STATES) {
            var state = open.pop();
            if (!seen.add(state)) {
                continue;
            }
            for (var tokens : state.entrySet()) {
                if (tokens.getValue() > 1) {
                    findings.error(
                            file.name(),
                            tokens.getKey(),
                            "flera parallella vägar går ihop utan parallell gateway, så att resten görs flera gånger",
                            "samla vägarna i en parallell gateway");
                    return;
                }
            }
            var next = new ArrayList<Map<String, Integer>>();
            for (var node : file.nodes(scope)) {
                fire(node, state, next);
            }
            if (next.isEmpty() && !state.isEmpty()) {
                stuck(state);
                return;
            }
            next.forEach(open::push);
        }
    }

    private void fire(FlowNode node, Map<String, Integer> state, List<Map<String, Integer>> next) {
        var incoming = file.incoming(node).stream().map(SequenceFlow::getId).toList();
        if (node instanceof StartEvent || node instanceof BoundaryEvent || incoming.isEmpty()) {
            return;
        }
        if (node instanceof ParallelGateway) {
            if (state.keySet().containsAll(incoming)) {
                next.add(put(take(state, Set.copyOf(incoming)), node));
            }
            return;
        }
        for (var flow : incoming) {
            if (state.containsKey(flow)) {
                var left = take(state, Set.of(flow));
                leave(node, left, next);
                file.boundaries(node).stream()
                        .filter(BoundaryEvent::cancelActivity)
                        .forEach(boundary -> next.add(put(left, boundary)));
            }
        }
    }

    /**
     * The token leaves by one of the outgoing flows, or ends if there is none. A terminate end event removes all
     * tokens.
     */
    private void leave(FlowNode node, Map<String, Integer> left, List<Map<String, Integer>> next) {
        if (node instanceof EndEvent || file.outgoing(node).isEmpty()) {
            var terminates = node.getDomElement().getChildElements().stream()
                    .anyMatch(child -> child.getLocalName().equals("terminateEventDefinition"));
            next.add(terminates ? Map.of() : left);
        }
        for (var flow : file.outgoing(node)) {
            next.add(plus(left, flow.getId()));
        }
    }

    private void stuck(Map<String, Integer> state) {
        for (var flow : state.keySet()) {
            if (file.model().getModelElementById(flow) instanceof SequenceFlow found
                    && found.getTarget() instanceof ParallelGateway gateway) {
                findings.error(
                        file.name(),
                        gateway.getId(),
                        "gatewayen väntar på parallella vägar som inte alltid kommer, så att ärendet blir stående",
                        "samla vägar som utesluter varandra i en exklusiv gateway");
                return;
            }
        }
    }

    private Map<String, Integer> put(Map<String, Integer> state, FlowNode node) {
        var all = state;
        for (var flow : file.outgoing(node)) {
            all = plus(all, flow.getId());
        }
        return all;
    }

    private static Map<String, Integer> plus(Map<String, Integer> state, String flow) {
        var all = new TreeMap<>(state);
        all.merge(flow, 1, Integer::sum);
        return all;
    }

    private static Map<String, Integer> take(Map<String, Integer> state, Set<String> flows) {
        var all = new TreeMap<>(state);
        flows.forEach(flow -> all.computeIfPresent(flow, (name, count) -> count == 1 ? null : count - 1));
        return all;
    }
}
