package se.tidig.bundle.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;

/**
 * Alternatives of a question that a table's column reads and none of its rows names. The table works: the row that takes
 * everything else holds, or none does. But it was not written with the alternative in mind.
 */
final class AlternativesCheck {

    private final TableFile file;
    private final ModelSet models;

    AlternativesCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    /** @param form whose answers the decision and its parts are handed */
    void check(Decision decision, String form) {
        var schema = models.forms.get(form);
        if (schema != null) {
            TableFile.withRequired(decision).forEach(part -> columns(part, schema));
        }
    }

    private void columns(Decision part, FormFile form) {
        var table = TableFile.table(part);
        if (table == null) {
            return;
        }
        int column = 0;
        for (var input : table.getInputs()) {
            var question = question(input);
            var named = question == null ? Set.<String>of() : named(part, column, input);
            var left = new TreeSet<>(question == null ? Set.<String>of() : form.choices(question));
            left.removeAll(named);
            if (tells(part, input, named)) {
                for (var value : left) {
                    models.findings.warning(
                            file.name(),
                            part.getId(),
                            "ingen rad nämner svaret \"" + value + "\" på frågan " + question,
                            "skriv en rad för det, eller lägg det bland kolumnens värden om det inte ska ha någon");
                }
            }
            column++;
        }
    }

    /** A table that collects has rows only for what it finds; its author tells the other values in the column's head. */
    private static boolean tells(Decision part, Input input, Set<String> named) {
        return !named.isEmpty()
                && (RowsCheck.TOLD.contains(TableFile.table(part).getHitPolicy()) || input.getInputValues() != null);
    }

    /** The question that the column reads as it is; null where it reads something else. */
    private String question(Input input) {
        var expression = input.getInputExpression();
        return expression != null
                        && expression.getText() != null
                        && models.feel
                                        .expression(expression.getText().getTextContent())
                                        .root()
                                instanceof Ref ref
                        && ref.names().length() == 1
                ? (String) ref.names().head()
                : null;
    }

    private Set<String> named(Decision part, int column, Input input) {
        var named = new LinkedHashSet<String>();
        for (var row : file.rows(part)) {
            if (column < row.inputs().size() && row.inputs().get(column) != null) {
                named.addAll(texts(row.inputs().get(column)));
            }
        }
        if (input.getInputValues() != null && input.getInputValues().getText() != null) {
            named.addAll(texts(input.getInputValues().getText().getTextContent()));
        }
        return named;
    }

    private Set<String> texts(String cell) {
        var texts = new LinkedHashSet<String>();
        var parsed = models.feel.cell(cell);
        if (parsed.isReadable() && !parsed.isAny()) {
            FeelConstants.compared(parsed.root()).forEach(constant -> {
                if (constant instanceof ConstString text) {
                    texts.add(text.value());
                }
            });
        }
        return texts;
    }
}
