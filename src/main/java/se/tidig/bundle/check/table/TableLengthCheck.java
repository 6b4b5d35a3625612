package se.tidig.bundle.check.table;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.syntaxtree.ConstString;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.file.TextLength;

/** Checks that the names, ids and texts of a file of tables fit the engine's tables. */
public final class TableLengthCheck {

    private final TableFile file;
    private final ModelSet models;
    private final TextLength length;

    public TableLengthCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
        this.length = new TextLength(file.name(), models.findings());
    }

    public void check() {
        var definitions = file.model().getDefinitions();
        length.limit("", "filens id (definitions)", definitions.getId(), TextLength.NAME);
        length.limit("", "filens namn (definitions)", definitions.getName(), TextLength.NAME);
        length.limit("", "namespace", definitions.getNamespace(), TextLength.NAME);
        file.decisions().forEach(this::decision);
    }

    private void decision(Decision decision) {
        length.limit(id(decision), "tabellens id", decision.getId(), TextLength.NAME);
        length.limit(id(decision), "tabellens namn", decision.getName(), TextLength.NAME);
        length.limit(id(decision), "versionsmärket", decision.getVersionTag(), TextLength.SHORT);
        var table = TableFile.table(decision);
        if (table == null) {
            return;
        }
        for (var input : table.getInputs()) {
            length.limit(id(decision), "kolumnens id", input.getId(), TextLength.SHORT);
            length.limit(id(decision), "kolumnens rubrik", input.getLabel(), TextLength.NAME);
        }
        for (var output : table.getOutputs()) {
            length.limit(id(decision), "kolumnens id", output.getId(), TextLength.SHORT);
            length.limit(id(decision), "kolumnens rubrik", output.getLabel(), TextLength.NAME);
            length.limit(id(decision), "kolumnens namn", output.getName(), TextLength.NAME);
        }
        for (var rule : table.getRules()) {
            length.limit(id(decision), "radens id", rule.getId(), TextLength.SHORT);
        }
        for (var use : models.expressions(decision)) {
            if (use.output() != null && use.parsed().root() instanceof ConstString text) {
                length.limit(use.element(), "texten i cellen", text.value(), TextLength.TEXT);
            }
        }
    }

    private static String id(ModelElementInstance element) {
        return ProcessFile.id(element);
    }
}
