package se.tidig.bundle.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Everything that runs is drawn, so that Cockpit, the case page and the next process owner see it. */
final class DiagramCheck {

    private static final String REMEDY = "öppna filen i Camunda Modeler, rita elementet och spara";

    private final Findings findings;

    DiagramCheck(Findings findings) {
        this.findings = findings;
    }

    void check(ProcessFile file) {
        var drawn = drawn(file.model().getDocument().getRootElement(), "bpmnElement");
        if (drawn.isEmpty()) {
            findings.error(file.name(), file.stem(), "processen har inget diagram", "rita den i Camunda Modeler");
            return;
        }
        for (var element : file.all(FlowElement.class)) {
            if (element instanceof FlowNode
                    && !drawn.getOrDefault(element.getId(), "").equals("BPMNShape")) {
                findings.error(file.name(), element.getId(), "elementet finns inte i diagrammet", REMEDY);
            } else if (element instanceof SequenceFlow
                    && !drawn.getOrDefault(element.getId(), "").equals("BPMNEdge")) {
                findings.error(file.name(), element.getId(), "flödet finns inte i diagrammet", REMEDY);
            }
        }
        geometry(file.name(), file.model().getDocument().getRootElement(), "bpmnElement");
    }

    void check(TableFile file) {
        var drawn = drawn(file.model().getDocument().getRootElement(), "dmnElementRef");
        for (var decision : file.decisions()) {
            if (!drawn.containsKey(decision.getId())) {
                findings.error(
                        file.name(),
                        decision.getId(),
                        "tabellen finns inte i diagrammet",
                        "öppna filen i Camunda Modeler, visa diagrammet (DRD) och spara");
            }
        }
        var ids = new HashSet<String>();
        ids(file.model().getDocument().getRootElement(), ids);
        for (var element : drawn.keySet()) {
            if (!ids.contains(element)) {
                findings.error(
                        file.name(),
                        element,
                        "diagrammet visar ett element som inte finns",
                        "ta bort det ur diagrammet");
            }
        }
    }

    private static void ids(DomElement element, Set<String> ids) {
        ids.add(String.valueOf(element.getAttribute("id")));
        element.getChildElements().forEach(child -> ids(child, ids));
    }

    private static Map<String, String> drawn(DomElement root, String attribute) {
        var drawn = new HashMap<String, String>();
        collect(root, attribute, drawn);
        return drawn;
    }

    private static void collect(DomElement element, String attribute, Map<String, String> drawn) {
        var target = element.getAttribute(attribute);
        if (target != null && !target.isEmpty()) {
            drawn.put(target, element.getLocalName());
        }
        element.getChildElements().forEach(child -> collect(child, attribute, drawn));
    }

    private void geometry(String file, DomElement element, String attribute) {
        var target = element.getAttribute(attribute);
        var children = element.getChildElements();
        if (element.getLocalName().equals("BPMNEdge")
                && children.stream()
                                .filter(child -> child.getLocalName().equals("waypoint"))
                                .count()
                        < 2) {
            findings.error(file, target, "flödets linje har inte två punkter", "dra om flödet");
        }
        if (element.getLocalName().equals("BPMNShape")
                && children.stream().noneMatch(child -> child.getLocalName().equals("Bounds"))) {
            findings.error(file, target, "elementet har ingen plats i diagrammet", REMEDY);
        }
        children.forEach(child -> geometry(file, child, attribute));
    }
}
