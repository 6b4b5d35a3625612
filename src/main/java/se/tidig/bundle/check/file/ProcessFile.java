package se.tidig.bundle.check.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A parsed BPMN file. Its elements are collected once, because Camunda's model searches the whole document for each
 * query and for each type of element.
 */
public final class ProcessFile {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final String name;
    private final BpmnModelInstance model;
    private final List<ModelElementInstance> elements;
    private final List<FlowNode> nodes;
    private final List<SequenceFlow> flows;
    private final Map<ModelElementInstance, List<FlowNode>> byScope = new HashMap<>();
    private final Map<FlowNode, List<BoundaryEvent>> boundaries = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();

    ProcessFile(String name, BpmnModelInstance model) {
        this.name = name;
        this.model = model;
        this.elements = ElementSearch.of(model, BPMN);
        this.nodes = all(FlowNode.class);
        this.flows = all(SequenceFlow.class);
        for (var node : nodes) {
            byScope.computeIfAbsent(node.getParentElement(), scope -> new ArrayList<>())
                    .add(node);
            if (node instanceof BoundaryEvent boundary && boundary.getAttachedTo() != null) {
                boundaries
                        .computeIfAbsent(boundary.getAttachedTo(), activity -> new ArrayList<>())
                        .add(boundary);
            }
        }
        for (var flow : flows) {
            outgoing.computeIfAbsent(flow.getSource(), node -> new ArrayList<>())
                    .add(flow);
            incoming.computeIfAbsent(flow.getTarget(), node -> new ArrayList<>())
                    .add(flow);
        }
    }

    public String name() {
        return name;
    }

    public BpmnModelInstance model() {
        return model;
    }

    public String stem() {
        return ModelSet.stem(name);
    }

    public Collection<Process> processes() {
        return all(Process.class);
    }

    public List<FlowNode> nodes() {
        return nodes;
    }

    public List<SequenceFlow> flows() {
        return flows;
    }

    public List<CallActivity> calls() {
        return nodes.stream()
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast)
                .toList();
    }

    /** Every element of the type, in the order of the file. */
    public <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return elements.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The process and its subprocesses; within each, tokens move from start to end. */
    public List<BaseElement> scopes() {
        var scopes = new ArrayList<BaseElement>(processes());
        scopes.addAll(all(SubProcess.class));
        return scopes;
    }

    public List<FlowNode> nodes(ModelElementInstance scope) {
        return byScope.getOrDefault(scope, List.of());
    }

    public List<SubProcess> eventSubProcesses(ModelElementInstance scope) {
        return nodes(scope).stream()
                .filter(ProcessFile::isEventSubProcess)
                .map(SubProcess.class::cast)
                .toList();
    }

    public List<StartEvent> starts(ModelElementInstance scope) {
        return nodes(scope).stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
    }

    public List<BoundaryEvent> boundaries(FlowNode activity) {
        return boundaries.getOrDefault(activity, List.of());
    }

    public List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    /** The elements that a token can move to from this one, also through a link. */
    public Collection<FlowNode> next(FlowNode node) {
        var next = new LinkedHashSet<FlowNode>();
        outgoing(node).forEach(flow -> next.add(flow.getTarget()));
        if (isLinkThrow(node)) {
            nodes(node.getParentElement()).stream()
                    .filter(other -> isLinkCatch(other) && link(other).equals(link(node)))
                    .forEach(next::add);
        }
        return next;
    }

    /** The elements that a token can come from to this one, also through a link. */
    public Collection<FlowNode> previous(FlowNode node) {
        var previous = new LinkedHashSet<FlowNode>();
        incoming(node).forEach(flow -> previous.add(flow.getSource()));
        if (isLinkCatch(node)) {
            nodes(node.getParentElement()).stream()
                    .filter(other -> isLinkThrow(other) && link(other).equals(link(node)))
                    .forEach(previous::add);
        }
        return previous;
    }

    public static boolean isLinkThrow(FlowNode node) {
        return node instanceof IntermediateThrowEvent && link(node) != null;
    }

    public static boolean isLinkCatch(FlowNode node) {
        return node instanceof IntermediateCatchEvent && link(node) != null;
    }

    private static String link(FlowNode node) {
        return node.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("linkEventDefinition"))
                .map(child -> String.valueOf(child.getAttribute("name")))
                .findFirst()
                .orElse(null);
    }

    public static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    /** The condition of the flow; null if it has none. */
    public static String condition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        return condition == null ? null : condition.getTextContent().strip();
    }

    public static <T extends ModelElementInstance> Stream<T> children(ModelElementInstance element, Class<T> type) {
        return element.getChildElementsByType(type).stream();
    }

    /** The process that contains the element. */
    public static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }

    public static String id(ModelElementInstance element) {
        var id = element.getDomElement().getAttribute("id");
        if (id != null && !id.isEmpty()) {
            return id;
        }
        return element.getParentElement() == null
                ? element.getDomElement().getLocalName()
                : id(element.getParentElement());
    }

    /** A Camunda attribute; null if it is not set. */
    public static String camunda(ModelElementInstance element, String attribute) {
        var value = element.getDomElement().getAttribute(CAMUNDA, attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public static boolean isTrue(ModelElementInstance element, String attribute) {
        return "true".equals(camunda(element, attribute));
    }

    /** Camunda's extension elements with the name, at any depth within the element's own {@code extensionElements}. */
    public static List<DomElement> extensions(ModelElementInstance element, String name) {
        var found = new ArrayList<DomElement>();
        element.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .forEach(child -> collect(child, name, found));
        return found;
    }

    private static void collect(DomElement element, String name, List<DomElement> found) {
        for (var child : element.getChildElements()) {
            if (CAMUNDA.equals(child.getNamespaceURI()) && child.getLocalName().equals(name)) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }

    /** The value of an extension property, empty if it has none; null if there is no such property. */
    public static String property(ModelElementInstance element, String name) {
        return extensions(element, "property").stream()
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> Objects.toString(property.getAttribute("value"), ""))
                .findFirst()
                .orElse(null);
    }

    /** The text of an input parameter; null if there is none. */
    public static String input(ModelElementInstance element, String name) {
        return extensions(element, "inputParameter").stream()
                .filter(input -> name.equals(input.getAttribute("name")))
                .map(input -> input.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }
}
