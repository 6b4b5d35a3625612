package se.tidig.bundle.check.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;

/**
 * Checks that every element is drawn, because Cockpit, the case page and the next process owner see only the diagram.
 */
public final class ProcessDiagramCheck {

    private static final String REMEDY = "öppna filen i Camunda Modeler, rita elementet och spara";

    private final ProcessFile file;
    private final FindingList findings;

    public ProcessDiagramCheck(ProcessFile file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    public void check() {
        var planes = planes();
        if (planes.isEmpty() && !file.processes().isEmpty()) {
            findings.error(file.name(), file.stem(), "processen har inget diagram", "rita den i Camunda Modeler");
        }
        if (planes.isEmpty()) {
            return;
        }
        for (var element : file.all(FlowElement.class)) {
            if (element instanceof FlowNode) {
                check(element, "elementet", planes, "BPMNShape");
            } else if (element instanceof SequenceFlow) {
                check(element, "flödet", planes, "BPMNEdge");
            }
        }
        geometry(file.model().getDocument().getRootElement(), "bpmnElement");
    }

    private void check(FlowElement element, String what, Map<String, Map<String, String>> planes, String kind) {
        if (planes.values().stream().noneMatch(drawn -> kind.equals(drawn.get(element.getId())))) {
            findings.error(file.name(), element.getId(), what + " finns inte i diagrammet", REMEDY);
        } else if (!kind.equals(
                planes.getOrDefault(home(element, planes), Map.of()).get(element.getId()))) {
            findings.error(
                    file.name(),
                    element.getId(),
                    what + " är ritat i ett annat diagram än där det hör hemma",
                    "öppna delprocessens eget diagram i Camunda Modeler, rita elementet där och spara");
        }
    }

    /**
     * The elements drawn in each diagram: by a collapsed subprocess's id for its own diagram, by "" for that of the
     * process.
     */
    private Map<String, Map<String, String>> planes() {
        var subProcesses =
                file.all(SubProcess.class).stream().map(SubProcess::getId).toList();
        var planes = new HashMap<String, Map<String, String>>();
        for (var plane : file.model()
                .getDocument()
                .getElementsByNameNs("http://www.omg.org/spec/BPMN/20100524/DI", "BPMNPlane")) {
            var shown = String.valueOf(plane.getAttribute("bpmnElement"));
            var drawn = planes.computeIfAbsent(subProcesses.contains(shown) ? shown : "", key -> new HashMap<>());
            plane.getChildElements().forEach(child -> collect(child, "bpmnElement", drawn));
        }
        return planes;
    }

    /** The id of the nearest collapsed subprocess around the element; "" if the process's own diagram shows it. */
    private static String home(ModelElementInstance element, Map<String, Map<String, String>> planes) {
        var scope = element.getParentElement();
        if (scope instanceof SubProcess sub) {
            return planes.containsKey(sub.getId()) ? sub.getId() : home(sub, planes);
        }
        return "";
    }

    private static void collect(DomElement element, String attribute, Map<String, String> drawn) {
        var target = element.getAttribute(attribute);
        if (target != null && !target.isEmpty()) {
            drawn.put(target, element.getLocalName());
        }
        element.getChildElements().forEach(child -> collect(child, attribute, drawn));
    }

    /** The engine reads whole and decimal numbers, but no infinity. */
    private static boolean isPlaced(DomElement element) {
        return Stream.of("x", "y", "width", "height")
                .map(element::getAttribute)
                .allMatch(number -> number == null || number.strip().matches("-?\\d{1,9}(\\.\\d+)?([eE]-?\\d)?"));
    }

    private void geometry(DomElement element, String attribute) {
        var target = element.getAttribute(attribute);
        var children = element.getChildElements();
        if (element.getLocalName().equals("BPMNEdge")
                && children.stream()
                                .filter(child -> child.getLocalName().equals("waypoint"))
                                .count()
                        < 2) {
            findings.error(file.name(), target, "flödets linje har inte två punkter", "dra om flödet");
        }
        if (element.getLocalName().equals("BPMNShape")
                && children.stream().noneMatch(child -> child.getLocalName().equals("Bounds"))) {
            findings.error(file.name(), target, "elementet har ingen plats i diagrammet", REMEDY);
        }
        for (var child : children) {
            if (Set.of("waypoint", "Bounds").contains(child.getLocalName()) && !isPlaced(child)) {
                findings.error(file.name(), target, "platsen i diagrammet är inget tal", REMEDY);
            }
            geometry(child, attribute);
        }
    }
}
