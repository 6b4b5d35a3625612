package se.tidig.bundle.check.table;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.variable.VariableIndex;

/** Checks that the tables that Java uses exist, that every table is used, and that each fits its callers. */
public final class TableUseCheck {

    private final ModelSet models;
    private final VariableIndex writers;
    private final Set<String> askedByModels = new TreeSet<>();
    private final Set<String> askedByJava = new TreeSet<>();

    public TableUseCheck(ModelSet models) {
        this.models = models;
        this.writers = new VariableIndex(models);
        models.processFiles().values().forEach(file -> file.all(BusinessRuleTask.class)
                .forEach(task -> askedByModels.add(String.valueOf(ProcessFile.camunda(task, "decisionRef")))));
        askedByJava.addAll(models.vocabulary().tables().keySet());
        models.vocabulary().delegates().values().forEach(words -> askedByJava.addAll(words.tables()));
    }

    public void check() {
        for (var asked : askedByJava) {
            if (models.decision(asked).isEmpty() && !models.isUnreadable(asked)) {
                models.findings()
                        .error(
                                "dmn/" + asked + ".dmn",
                                asked,
                                "tabellen finns inte men används av Tidig",
                                "lägg tillbaka tabellen med detta id");
            }
        }
        differing();
        var cells = new CellValueCheck(models, writers);
        for (var file : models.tableFiles().values()) {
            var based = new LinkedHashSet<Decision>();
            file.decisions().forEach(decision -> based.addAll(TableFile.required(decision)));
            for (var decision : file.decisions()) {
                var id = decision.getId();
                if (askedByJava.contains(id)) {
                    new JavaCallCheck(file, decision, models, writers).check();
                } else if (!askedByModels.contains(id) && !based.contains(decision) && models.knowsAllProcesses()) {
                    models.findings()
                            .warning(
                                    file.name(),
                                    id,
                                    "tabellen används inte",
                                    "använd den i en process eller ta bort den");
                }
                cells.check(file, decision);
            }
        }
    }

    /** Reports a name that stands for answers of different types: a table cannot tell which of them it gets. */
    private void differing() {
        writers.caseNames().taskForms().differing().forEach((key, forms) -> {
            for (var form : forms) {
                models.findings()
                        .warning(
                                models.forms().get(form).name(),
                                key,
                                "frågan \"" + key + "\" ställs med svar av olika slag i " + String.join(", ", forms),
                                "ge frågorna olika nycklar, så att villkor och tabeller kan läsa dem var för sig");
            }
        });
    }
}
