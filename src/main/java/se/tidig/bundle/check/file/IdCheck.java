package se.tidig.bundle.check.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Checks that ids are unique in a file and that references lead to an element. It runs before the schema validation,
 * whose messages do not name the element.
 */
final class IdCheck {

    /** The attributes that hold another element's id, each with its Swedish name. */
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

    /** The BPMN names of steps, that is, of elements that flows connect. */
    private static final Pattern NODE =
            Pattern.compile(".*([tT]ask|Event|Gateway|[sS]ubProcess|callActivity|transaction)");

    private static final Pattern ACTIVITY = Pattern.compile(".*([tT]ask|[sS]ubProcess|callActivity|transaction)");

    /** The kind of element that each reference must lead to; other references may lead to any element. */
    private static final Map<String, Pattern> KINDS = Map.of(
            "attachedToRef", ACTIVITY,
            "default", Pattern.compile("sequenceFlow"),
            "messageRef", Pattern.compile("message"),
            "errorRef", Pattern.compile("error"),
            "escalationRef", Pattern.compile("escalation"),
            "signalRef", Pattern.compile("signal"),
            "processRef", Pattern.compile("process"),
            "incoming", Pattern.compile("sequenceFlow"),
            "outgoing", Pattern.compile("sequenceFlow"),
            "flowNodeRef", NODE);

    /** The elements that the engine or the checks know only by id, although the schema does not require one. */
    private static final Pattern NEEDS_ID = Pattern.compile(
            "process|sequenceFlow|message|error|escalation|timerEventDefinition|decision|input|output|rule|" + NODE);

    private final String file;
    private final FindingList findings;
    private boolean found;
    private final Map<String, Element> ids = new HashMap<>();

    IdCheck(String file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @return whether the document has no fault */
    boolean check(Document document) {
        collect(document.getDocumentElement());
        references(document.getDocumentElement());
        return !found;
    }

    private void collect(Element element) {
        // Camunda's own elements (properties, form fields) and those of other tools may have ids that are not XML ids.
        var id = element.getAttribute("id");
        if (id.isEmpty() && needsId(element)) {
            found = true;
            findings.error(
                    file,
                    element.getAttribute("name").isEmpty() ? name(element) : element.getAttribute("name"),
                    "elementet " + element.getLocalName() + " saknar id",
                    "rita om elementet i Camunda Modeler, som ger det ett id");
        }
        if (!id.isEmpty() && isModel(element)) {
            // The model finds its elements by this attribute.
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
            if (REFERENCES.containsKey(name) && isModel(element)) {
                reference(element, name, REFERENCES.get(name), target);
            }
        }
        if (isBpmn(element) && TEXT_REFERENCES.contains(element.getLocalName())) {
            var target = element.getTextContent().strip();
            reference((Element) element.getParentNode(), element.getLocalName(), "flöde", target);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                references(inner);
            }
        }
    }

    private void reference(Element element, String reference, String kind, String target) {
        var referred = ids.get(local(target));
        if (referred == null) {
            dangling(element, kind, target);
            return;
        }
        var flow = "sequenceFlow".equals(element.getLocalName())
                && (reference.equals("sourceRef") || reference.equals("targetRef"));
        var wanted = flow ? NODE : KINDS.get(reference);
        if (wanted != null && !wanted.matcher(referred.getLocalName()).matches()) {
            found = true;
            findings.error(
                    file,
                    name(element),
                    "hänvisar till \"" + target + "\" som " + kind + ", men det är "
                            + (referred.getLocalName().equals("process")
                                    ? "en process"
                                    : "ett element av slaget " + referred.getLocalName()),
                    "dra om förbindelsen eller välj på nytt i Camunda Modeler");
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

    /** Whether the element belongs to BPMN, DMN or their diagrams; other tools have their own ids and references. */
    private static boolean isModel(Element element) {
        var namespace = String.valueOf(element.getNamespaceURI());
        return namespace.contains(".omg.org/spec/");
    }

    private static boolean needsId(Element element) {
        var isDefinitions = element.getParentNode() instanceof Document && isDmn(element);
        var isColumn = !isDmn(element)
                || !element.getLocalName().endsWith("put")
                || element.getParentNode().getLocalName().equals("decisionTable");
        return isDefinitions
                || (isBpmn(element) || isDmn(element))
                        && isColumn
                        && NEEDS_ID.matcher(element.getLocalName()).matches();
    }

    private static boolean isDmn(Element element) {
        var namespace = String.valueOf(element.getNamespaceURI());
        return namespace.contains("/DMN/") && namespace.endsWith("/MODEL/") || namespace.endsWith("/dmn.xsd");
    }

    private static boolean isBpmn(Element element) {
        var namespace = String.valueOf(element.getNamespaceURI());
        return namespace.contains("/BPMN/") && namespace.endsWith("/MODEL");
    }
}
