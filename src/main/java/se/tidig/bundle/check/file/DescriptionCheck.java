package se.tidig.bundle.check.file;

import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.check.finding.Suggestion;

/** Checks that {@code bundle.yaml} names elements, tables and removed files correctly. */
public final class DescriptionCheck {

    private final ModelSet models;

    public DescriptionCheck(ModelSet models) {
        this.models = models;
    }

    public void check() {
        for (var file : models.description().removed()) {
            if (models.bundle().has(file)) {
                error(
                        "removed",
                        "filen \"" + file + "\" står som borttagen men finns i bunten",
                        "ta bort filen, eller stryk raden");
            }
        }
        for (var table : models.description().rulesOfTheDay()) {
            if (models.tableFile(table).isEmpty() && !models.isUnreadable(table)) {
                error(
                        "rulesOfTheDay",
                        "tabellen \"" + table + "\" finns inte" + Suggestion.of(table, models.tables()),
                        "rätta namnet, eller stryk det");
            }
        }
        for (var stage : models.description().stages()) {
            for (var element : stage.elements()) {
                var parts = element.split("#", -1);
                if (parts.length != 2) {
                    error(
                            stage.id(),
                            "\"" + element + "\" pekar inte ut ett element",
                            "skriv process och element: application#userTask_decide");
                    continue;
                }
                if (models.isUnreadable(parts[0])) {
                    continue;
                }
                var file = models.processFiles().values().stream()
                        .filter(found -> found.stem().equals(parts[0]))
                        .findFirst();
                if (file.isEmpty()) {
                    error(stage.id(), "processen \"" + parts[0] + "\" finns inte", "rätta namnet");
                } else if (!(ElementSearch.byId(file.get().model(), parts[1]) instanceof FlowNode)) {
                    var known = new TreeSet<String>();
                    file.get().nodes().forEach(node -> known.add(node.getId()));
                    error(
                            stage.id(),
                            "elementet \"" + parts[1] + "\" finns inte i processen " + parts[0]
                                    + Suggestion.of(parts[1], known),
                            "rätta namnet");
                }
            }
        }
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(Bundle.DESCRIPTION, element, cause, remedy);
    }
}
