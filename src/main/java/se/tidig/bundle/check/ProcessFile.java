package se.tidig.bundle.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A parsed BPMN file, asked for what the checks need of it. */
record ProcessFile(String name, BpmnModelInstance model) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    String stem() {
        return ModelSet.stem(name);
    }

    Collection<Process> processes() {
        return model.getModelElementsByType(Process.class);
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The process and its subprocesses: within each, tokens walk from start to end. */
    List<BaseElement> scopes() {
        var scopes = new ArrayList<BaseElement>(processes());
        scopes.addAll(model.getModelElementsByType(SubProcess.class));
        return scopes;
    }

    static List<FlowNode> nodes(BaseElement scope) {
        return children(scope, FlowNode.class).toList();
    }

    static List<SequenceFlow> flows(BaseElement scope) {
        return children(scope, SequenceFlow.class).toList();
    }

    static List<SubProcess> eventSubProcesses(BaseElement scope) {
        return children(scope, SubProcess.class)
                .filter(SubProcess::triggeredByEvent)
                .toList();
    }

    static List<StartEvent> starts(BaseElement scope) {
        return children(scope, StartEvent.class).toList();
    }

    List<BoundaryEvent> boundaries(FlowNode activity) {
        return all(BoundaryEvent.class).stream()
                .filter(boundary -> boundary.getAttachedTo() == activity)
                .toList();
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    static <T> Stream<T> children(ModelElementInstance element, Class<T> type) {
        return element.getDomElement().getChildElements().stream()
                .map(DomElement::getModelElementInstance)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The process the element stands in. */
    static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }

    static String id(ModelElementInstance element) {
        var id = element.getDomElement().getAttribute("id");
        if (id != null && !id.isEmpty()) {
            return id;
        }
        return element.getParentElement() == null
                ? element.getDomElement().getLocalName()
                : id(element.getParentElement());
    }

    /** A Camunda attribute; null where it is not set. */
    static String camunda(ModelElementInstance element, String attribute) {
        var value = element.getDomElement().getAttribute(CAMUNDA, attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    static boolean isTrue(ModelElementInstance element, String attribute) {
        return "true".equals(camunda(element, attribute));
    }

    /** Camunda's extension elements of the name, wherever below the element's own {@code extensionElements}. */
    static List<DomElement> extensions(ModelElementInstance element, String name) {
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

    /** The value of an extension property; null where there is none. */
    static String property(ModelElementInstance element, String name) {
        return extensions(element, "property").stream()
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElse(null);
    }

    /** The text of an input parameter; null where there is none. */
    static String input(ModelElementInstance element, String name) {
        return extensions(element, "inputParameter").stream()
                .filter(input -> name.equals(input.getAttribute("name")))
                .map(input -> input.getTextContent().strip())
                .findFirst()
                .orElse(null);
    }
}
