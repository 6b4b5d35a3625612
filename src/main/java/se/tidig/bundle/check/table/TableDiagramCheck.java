package se.tidig.bundle.check.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.FindingList;

/** Checks that every decision is drawn, and that the diagram shows only elements of the file. */
public final class TableDiagramCheck {

    private final TableFile file;
    private final FindingList findings;

    public TableDiagramCheck(TableFile file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    public void check() {
        var drawn = drawn(file.model().getDocument().getRootElement(), "dmnElementRef");
        // A diagram is part of the language from DMN 1.2 on.
        if (drawn.isEmpty()) {
            findings.error(
                    file.name(),
                    "",
                    "filen har inget diagram",
                    "öppna filen i Camunda Modeler, visa diagrammet (DRD) och spara");
        }
        for (var decision : file.decisions()) {
            if (!drawn.isEmpty() && !drawn.containsKey(decision.getId())) {
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
}
