package se.tidig.bundle.careless;

import static se.tidig.bundle.careless.CarelessOwner.table;
import static se.tidig.bundle.careless.CarelessOwner.tableFile;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** Mistakes in tables. */
final class TableSlips {

    private TableSlips() {}

    static Stream<Slip> all() {
        return Stream.of(RowSlips.all(), ColumnSlips.all()).flatMap(slips -> slips);
    }

    static Input column(DmnModelInstance model, String decision, int column) {
        return new ArrayList<>(Hands.table(model, decision).getInputs()).get(column - 1);
    }

    static Output out(DmnModelInstance model, String decision, int column) {
        return new ArrayList<>(Hands.table(model, decision).getOutputs()).get(column - 1);
    }

    static void text(DmnModelInstance model, String decision, int column, String text) {
        column(model, decision, column).getInputExpression().getText().setTextContent(text);
    }

    static Slip slip(String name, String file, String element, String cause, Consumer<DmnModelInstance> change) {
        return file.equals("application")
                ? slip(name, file, element, cause, "delegation", change)
                : new Slip(name, tableFile(file), element, cause, () -> table(file, change));
    }

    /** A mistake in a table that is reported in a process. */
    static Slip slip(
            String name, String process, String element, String cause, String file, Consumer<DmnModelInstance> change) {
        return new Slip(name, CarelessOwner.processFile(process), element, cause, () -> table(file, change));
    }
}
