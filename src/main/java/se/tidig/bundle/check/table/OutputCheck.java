package se.tidig.bundle.check.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import se.tidig.bundle.check.file.DecisionExpression;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;

/**
 * Checks that the results in the rows have their column's type. The engine converts a result only when the row matches,
 * and fails then.
 */
public final class OutputCheck {

    private static final Map<String, BigDecimal> WHOLE =
            Map.of("integer", BigDecimal.valueOf(Integer.MAX_VALUE), "long", BigDecimal.valueOf(Long.MAX_VALUE));
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double");

    private final TableFile file;
    private final ModelSet models;

    public OutputCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    public void check() {
        for (var decision : file.decisions()) {
            var table = TableFile.table(decision);
            if (table != null) {
                check(decision, table);
            }
        }
    }

    private void check(Decision decision, DecisionTable table) {
        var outputs = new ArrayList<>(table.getOutputs());
        int row = 0;
        for (var given : file.rows(decision)) {
            row++;
            for (int column = 0;
                    column < Math.min(outputs.size(), given.outputs().size());
                    column++) {
                var text = given.outputs().get(column);
                var output = outputs.get(column);
                var label = DecisionExpression.label(output.getLabel(), output.getName());
                if (text != null && models.feel().expression(text).isReadable()) {
                    typed(
                            DecisionExpression.place(decision, row, label),
                            output.getTypeRef(),
                            models.feel().expression(text).root());
                }
            }
        }
    }

    private void typed(String place, String type, Exp value) {
        var number = number(value);
        if ("boolean".equals(type) && number != null) {
            wrong(place, type, number.toPlainString());
        } else if (NUMBERS.contains(String.valueOf(type))) {
            if (value instanceof ConstBool truth) {
                wrong(place, type, String.valueOf(truth.value()));
            } else if (value instanceof ConstString text) {
                wrong(place, type, text.value());
            } else if (value instanceof ConstContext || value instanceof ConstList) {
                wrong(place, type, value instanceof ConstList ? "[...]" : "{...}");
            } else if (number != null && WHOLE.containsKey(type) && !isWhole(number, WHOLE.get(type))) {
                wrong(place, type, number.toPlainString());
            }
        }
    }

    private static boolean isWhole(BigDecimal number, BigDecimal largest) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(largest) <= 0;
    }

    /** The number that a cell always gives; null if it gives something else. */
    static BigDecimal number(Exp value) {
        return value instanceof ConstNumber number
                ? number.value().bigDecimal()
                : value instanceof ArithmeticNegation negative && negative.x() instanceof ConstNumber number
                        ? number.value().bigDecimal().negate()
                        : null;
    }

    private void wrong(String place, String type, String value) {
        models.findings()
                .error(
                        file.name(),
                        place,
                        "kolumnen har typen " + type + " men cellen ger \"" + value + "\"",
                        "ge kolumnen cellernas typ, eller cellen ett värde av kolumnens");
    }
}
