package se.tidig.bundle.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Ids stand once in a file, and what refers to one finds it; told before the schema does, with the element's name. */
final class IdCheck {

    /** The attributes that hold another element's id, and what each is called in Swedish. */
    private static final Map<String, String> REFERENCES = Map.of(
            "sourceRef", "källa",
            "targetRef", "mål",
            "attachedToRef", "fäste",
            "default", "förvalt flöde",
            "messageRef", "meddelande",
            "errorRef", "fel",
            "escalationRef", "eskalering",
            "signalRef", "signal",
            "processRef", "process",
            "bpmnElement", "element");

    private static final Set<String> TEXT_REFERENCES = Set.of("incoming", "outgoing", "flowNodeRef");

    private final String file;
    private final Findings findings;
    private boolean found;
    private final Map<String, Element> ids = new HashMap<>();

    IdCheck(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @return whether nothing was found */
    boolean check(Document document) {
        collect(document.getDocumentElement());
        references(document.getDocumentElement());
        return !found;
    }

    private void collect(Element element) {
        // Camunda's own elements have ids that are no XML ids (properties, form fields).
        var id = element.getAttribute("id");
        if (!id.isEmpty() && !isCamunda(element)) {
            // By this the model finds its elements.
            element.setIdAttribute("id", true);
            if (ids.put(id, element) != null) {
                found = true;
                findings.error(file, id, "id förekommer flera gånger i filen", "ge varje element ett eget id");
            }
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner);
            }
        }
    }

    private void references(Element element) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var name = attributes.item(i).getNodeName();
            var target = attributes.item(i).getNodeValue();
            if (REFERENCES.containsKey(name) && !isCamunda(element) && !ids.containsKey(local(target))) {
                dangling(element, REFERENCES.get(name), target);
            }
        }
        if (isBpmn(element) && TEXT_REFERENCES.contains(element.getLocalName())) {
            var target = element.getTextContent().strip();
            if (!ids.containsKey(local(target))) {
                dangling((Element) element.getParentNode(), "flöde", target);
            }
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                references(inner);
            }
        }
    }

    private void dangling(Element element, String kind, String target) {
        found = true;
        findings.error(
                file,
                name(element),
                "hänvisar till " + kind + " \"" + target + "\", som inte finns i filen",
                "rita om förbindelsen eller ta bort elementet");
    }

    private static String name(Element element) {
        for (Node node = element; node instanceof Element named; node = node.getParentNode()) {
            if (!named.getAttribute("id").isEmpty()) {
                return named.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private static String local(String name) {
        return name.contains(":") ? name.substring(name.indexOf(':') + 1) : name;
    }

    private static boolean isCamunda(Element element) {
        return String.valueOf(element.getNamespaceURI()).startsWith("http://camunda.org/");
    }

    private static boolean isBpmn(Element element) {
        return String.valueOf(element.getNamespaceURI()).contains("/BPMN/");
    }
}
