package se.tidig.bundle.careless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Edits that a person makes in Camunda Modeler: remove, drag, retype. */
final class Hands {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Hands() {}

    /** Removes an element with its shape and its flows. */
    static void remove(BpmnModelInstance model, String id) {
        BaseElement element = model.getModelElementById(id);
        if (element instanceof FlowNode node) {
            for (var flow : new ArrayList<>(node.getIncoming())) {
                remove(model, flow.getId());
            }
            for (var flow : new ArrayList<>(node.getOutgoing())) {
                remove(model, flow.getId());
            }
        }
        undraw(model, id);
        element.getParentElement().removeChildElement(element);
    }

    static void undraw(BpmnModelInstance model, String id) {
        for (var shape : List.of("BPMNShape", "BPMNEdge")) {
            model.getDocument().getElementsByNameNs(DIAGRAM, shape).stream()
                    .filter(drawn -> id.equals(drawn.getAttribute("bpmnElement")))
                    .forEach(drawn -> drawn.getParentElement().removeChild(drawn));
        }
    }

    /** Drags the end of a flow to another element. */
    static void drag(BpmnModelInstance model, String flow, String target) {
        SequenceFlow dragged = model.getModelElementById(flow);
        FlowNode to = model.getModelElementById(target);
        dragged.getTarget().getIncoming().remove(dragged);
        dragged.setTarget(to);
        to.getIncoming().add(dragged);
    }

    /** Writes one of Camunda's attributes; null removes it. */
    static void camunda(BpmnModelInstance model, String id, String attribute, String value) {
        write(model.getModelElementById(id).getDomElement(), CAMUNDA, attribute, value);
    }

    /** Writes one of BPMN's own attributes; null removes it. */
    static void plain(BpmnModelInstance model, String id, String attribute, String value) {
        var element = model.getModelElementById(id).getDomElement();
        if (value == null) {
            element.removeAttribute(attribute);
        } else {
            element.setAttribute(attribute, value);
        }
    }

    private static void write(DomElement element, String namespace, String attribute, String value) {
        if (value == null) {
            element.removeAttribute(namespace, attribute);
        } else {
            element.setAttribute(namespace, attribute, value);
        }
    }

    /** Camunda's extension element on the element, by kind and name. */
    static DomElement extension(BpmnModelInstance model, String id, String kind, String attribute, String value) {
        return model.getDocument().getElementsByNameNs(CAMUNDA, kind).stream()
                .filter(found -> id.equals(owner(found)))
                .filter(found -> attribute == null || value.equals(found.getAttribute(attribute)))
                .findFirst()
                .orElseThrow();
    }

    private static String owner(DomElement element) {
        return element.getAttribute("id") != null && !element.getNamespaceURI().equals(CAMUNDA)
                ? element.getAttribute("id")
                : owner(element.getParentElement());
    }

    static void takeAway(DomElement element) {
        element.getParentElement().removeChild(element);
    }

    static void condition(BpmnModelInstance model, String flow, String text) {
        ((SequenceFlow) model.getModelElementById(flow))
                .getConditionExpression()
                .setTextContent(text);
    }

    /** Changes the element's type, as the Modeler's wrench does. */
    static void retype(BpmnModelInstance model, String id, String kind) {
        var document = (Document) model.getDocument().getDomSource().getNode();
        document.renameNode(find(document.getDocumentElement(), id), BPMN, "bpmn:" + kind);
    }

    /** Copies an element with its id. */
    static void paste(BpmnModelInstance model, String id) {
        var document = (Document) model.getDocument().getDomSource().getNode();
        var element = find(document.getDocumentElement(), id);
        element.getParentNode().appendChild(element.cloneNode(true));
    }

    private static Element find(Element element, String id) {
        if (id.equals(element.getAttribute("id"))) {
            return element;
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && find(inner, id) != null) {
                return find(inner, id);
            }
        }
        return null;
    }

    static DecisionTable table(DmnModelInstance model, String decision) {
        return (DecisionTable) ((Decision) model.getModelElementById(decision)).getExpression();
    }

    static Rule row(DmnModelInstance model, String decision, int row) {
        return new ArrayList<>(table(model, decision).getRules()).get(row - 1);
    }

    static void removeRow(DmnModelInstance model, String decision, int row) {
        table(model, decision).removeChildElement(row(model, decision, row));
    }

    /** Writes the cell of an input; rows and columns are counted from one. */
    static void input(DmnModelInstance model, String decision, int row, int column, String text) {
        new ArrayList<>(row(model, decision, row).getInputEntries())
                .get(column - 1)
                .getText()
                .setTextContent(text);
    }

    static void output(DmnModelInstance model, String decision, int row, int column, String text) {
        new ArrayList<>(row(model, decision, row).getOutputEntries())
                .get(column - 1)
                .getText()
                .setTextContent(text);
    }

    /** The component with the key, or with the id if it has no key. */
    static ObjectNode component(JsonNode form, String key) {
        for (var component : form.path("components")) {
            var inner = component(component, key);
            if (key.equals(component.path("key").asText(component.path("id").asText()))) {
                return (ObjectNode) component;
            } else if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    static void removeComponent(JsonNode form, String key) {
        var components = (ArrayNode) form.path("components");
        for (int i = components.size() - 1; i >= 0; i--) {
            if (key.equals(components.get(i).path("key").asText())) {
                components.remove(i);
            } else if (components.get(i).has("components")) {
                removeComponent(components.get(i), key);
            }
        }
    }

    /** The first element of a page with the name. */
    static Element first(Document page, String name) {
        return (Element) page.getElementsByTagName(name).item(0);
    }
}
