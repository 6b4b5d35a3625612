package se.tidig.bundle.check.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;

/** Checks the flow: every element can be reached, leads to an end, and is connected as the engine requires. */
public final class FlowCheck {

    private final ProcessFile file;
    private final FindingList findings;

    public FlowCheck(ProcessFile file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    public void check() {
        file.scopes().forEach(this::scope);
        file.nodes().forEach(this::node);
        file.flows().forEach(this::flow);
    }

    private void scope(BaseElement scope) {
        var nodes = file.nodes(scope);
        starts(scope);
        if (nodes.stream().noneMatch(EndEvent.class::isInstance)) {
            error(ProcessFile.id(scope), "slutet saknas", "rita en sluthändelse");
        }
        var begins = new ArrayList<FlowNode>();
        nodes.stream()
                .filter(node -> node instanceof StartEvent
                        || node instanceof BoundaryEvent
                        || ProcessFile.isEventSubProcess(node))
                .forEach(begins::add);
        var reached = reach(begins, file::next);
        var ends = nodes.stream()
                .filter(node -> node instanceof EndEvent || ProcessFile.isEventSubProcess(node))
                .toList();
        var ending = reach(ends, file::previous);
        for (var node : nodes) {
            if (!reached.contains(node)) {
                error(
                        node.getId(),
                        "ingen väg leder hit från någon start",
                        "dra ett flöde hit eller ta bort elementet");
            } else if (!ending.contains(node)) {
                error(
                        node.getId(),
                        "ingen väg leder härifrån till något slut",
                        "dra ett flöde vidare till en sluthändelse");
            }
        }
    }

    private void starts(BaseElement scope) {
        var starts = file.starts(scope);
        var id = ProcessFile.id(scope);
        if (starts.isEmpty()) {
            error(id, "starten saknas", "rita en starthändelse");
        }
        if (starts.stream()
                        .filter(start -> start.getEventDefinitions().isEmpty())
                        .count()
                > 1) {
            error(
                    id,
                    "det finns flera starter utan meddelande eller tid, och motorn kan bara ta en",
                    "ta bort alla utom en");
        }
        if (scope instanceof SubProcess sub) {
            for (var start : starts) {
                var typed = !start.getEventDefinitions().isEmpty();
                if (sub.triggeredByEvent() && !typed) {
                    error(
                            start.getId(),
                            "händelsestyrd delprocess utan händelse på starten",
                            "sätt meddelande, tid eller fel på starten");
                } else if (!sub.triggeredByEvent() && typed) {
                    error(
                            start.getId(),
                            "en vanlig delprocess kan inte börja med en händelse",
                            "ta bort händelsen eller gör delprocessen händelsestyrd");
                }
            }
            if (starts.size() > 1) {
                error(id, "delprocessen har flera starter", "ta bort alla utom en");
            }
        }
    }

    private void node(FlowNode node) {
        var in = file.incoming(node).size();
        var out = file.outgoing(node).size();
        var id = node.getId();
        if (ProcessFile.isEventSubProcess(node)) {
            if (in + out > 0) {
                error(id, "en händelsestyrd delprocess kan inte ha flöden", "ta bort flödena");
            }
            return;
        }
        if (in == 0
                && !(node instanceof StartEvent || node instanceof BoundaryEvent || ProcessFile.isLinkCatch(node))) {
            error(id, "inget flöde leder hit", "dra ett flöde hit eller ta bort elementet");
        }
        if (in > 0 && (node instanceof StartEvent || node instanceof BoundaryEvent)) {
            error(
                    id,
                    "ett flöde leder till en händelse som ingenting får leda till",
                    "dra flödet till nästa steg i stället");
        }
        if (out == 0 && !(node instanceof EndEvent || ProcessFile.isLinkThrow(node))) {
            error(id, "inget flöde leder vidare", "dra ett flöde till nästa steg eller till en sluthändelse");
        }
        if (out > 0 && node instanceof EndEvent) {
            error(id, "ett flöde leder vidare från slutet", "ta bort flödet");
        }
        if (out > 1 && !(node instanceof Gateway)) {
            error(
                    id,
                    "flera flöden leder vidare utan gateway, så att alla vägar tas på en gång",
                    "dra dem från en gateway");
        }
        if (node instanceof Gateway) {
            gateway(node, in, out);
        }
        name(node, out);
        if (ProcessFile.isLinkThrow(node) && file.next(node).isEmpty()) {
            error(id, "länken har ingen mottagare med samma namn", "rätta länkens namn");
        }
        if (node instanceof BoundaryEvent boundary
                && boundary.getAttachedTo() != null
                && boundary.getAttachedTo().getParentElement() != boundary.getParentElement()) {
            error(id, "händelsen sitter på ett element i en annan delprocess", "flytta händelsen till elementets kant");
        }
    }

    private void gateway(FlowNode node, int in, int out) {
        if (in > 1 && out > 1) {
            error(node.getId(), "gatewayen både samlar och delar", "rita en gateway som samlar och en som delar");
        }
        if (in <= 1 && out == 1) {
            error(
                    node.getId(),
                    "gatewayen har bara en väg in och en väg ut, så att den inte väljer något",
                    "dra flödet som fattas eller ta bort gatewayen");
        }
        if (node instanceof EventBasedGateway) {
            for (var next : file.next(node)) {
                if (!(next instanceof IntermediateCatchEvent || next instanceof ReceiveTask)) {
                    error(
                            node.getId(),
                            "efter en händelsestyrd gateway får bara händelser stå, inte " + next.getId(),
                            "dra flödet till en händelse som inväntas");
                } else if (file.incoming(next).size() > 1) {
                    error(
                            next.getId(),
                            "händelsen inväntas av en gateway men nås även av andra flöden",
                            "rita en egen händelse");
                }
            }
            if (out < 2) {
                error(node.getId(), "gatewayen inväntar bara en händelse", "rita händelsen direkt i flödet");
            }
        }
    }

    private void name(FlowNode node, int out) {
        var named = !(node instanceof SubProcess
                || node instanceof ParallelGateway
                || node instanceof EventBasedGateway
                || node instanceof Gateway && out < 2);
        if (named && Notation.isBlank(node.getName())) {
            error(node.getId(), "elementet saknar svenskt namn", "skriv vad som sker här");
        }
    }

    private void flow(SequenceFlow flow) {
        if (flow.getSource() == flow.getTarget()) {
            error(flow.getId(), "flödet leder tillbaka till samma element", "dra det till nästa steg");
        }
        if (flow.getSource().getParentElement() != flow.getTarget().getParentElement()
                || flow.getSource().getParentElement() != flow.getParentElement()) {
            error(flow.getId(), "flödet går över en delprocess gräns", "låt det sluta vid delprocessens kant");
        }
        for (var end : List.of(flow.getSource(), flow.getTarget())) {
            var listed = end == flow.getSource() ? end.getOutgoing() : end.getIncoming();
            if (!listed.contains(flow)) {
                findings.warning(
                        file.name(),
                        flow.getId(),
                        "flödet är anslutet till " + end.getId()
                                + ", som inte räknar upp det (incoming, outgoing); motorn går efter flödet",
                        "öppna filen i Camunda Modeler och spara den");
            }
        }
        for (var other : file.outgoing(flow.getSource())) {
            if (other != flow
                    && other.getTarget() == flow.getTarget()
                    && other.getId().compareTo(flow.getId()) < 0) {
                error(flow.getId(), "två flöden går samma väg som " + other.getId(), "ta bort det ena");
            }
        }
    }

    private void error(String element, String cause, String remedy) {
        findings.error(file.name(), element, cause, remedy);
    }

    private static Set<FlowNode> reach(
            Collection<? extends FlowNode> from, Function<FlowNode, Collection<FlowNode>> step) {
        var seen = new HashSet<FlowNode>(from);
        var open = new ArrayDeque<FlowNode>(from);
        while (!open.isEmpty()) {
            for (var next : step.apply(open.pop())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }
}
