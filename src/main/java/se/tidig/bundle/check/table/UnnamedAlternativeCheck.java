package se.tidig.bundle.check.table;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Ref;
import se.tidig.bundle.check.feel.FeelExpression;
import se.tidig.bundle.check.feel.FeelTree;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.TableFile;

/**
 * Finds alternatives of a question that no row of a table names, although a column reads the question. The table still
 * works, but it was not written with the alternative in mind, so this is a warning.
 */
final class UnnamedAlternativeCheck {

    private final TableFile file;
    private final ModelSet models;

    UnnamedAlternativeCheck(TableFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    /**
     * Checks the questions of one form.
     *
     * @param form the form whose answers the decision and its parts get
     * @param asked selects the questions to check
     */
    void check(Decision decision, String form, Predicate<String> asked) {
        var schema = models.forms().get(form);
        if (schema != null) {
            TableFile.withRequired(decision).forEach(part -> {
                columns(part, schema, asked);
                schema.severalChoices().stream()
                        .filter(asked)
                        .forEach(key -> several(part, key, key, schema.choices(key), false));
            });
        }
    }

    /**
     * The same if Java sends the alternatives of a question under another name.
     *
     * @param fact the name that the table reads
     * @param question the key in the form
     */
    void check(Decision decision, String fact, String form, String question) {
        var schema = models.forms().get(form);
        if (schema != null) {
            TableFile.withRequired(decision)
                    .forEach(part -> several(part, fact, question, schema.choices(question), true));
        }
    }

    /**
     * A question with several alternatives. Columns count or search them, {@code list contains(targetGroups, "lma")},
     * or their cells do, {@code list contains(?, "lma")}.
     *
     * @param each whether the table must name every alternative; else a table that collects may name only some
     */
    private void several(Decision part, String fact, String question, Set<String> alternatives, boolean each) {
        var table = TableFile.table(part);
        if (table == null) {
            return;
        }
        var inHeads = new LinkedHashSet<String>();
        var inCells = new LinkedHashSet<String>();
        int column = 0;
        for (var input : table.getInputs()) {
            if (reads(input, fact)) {
                inHeads.addAll(FeelTree.allTexts(expression(input).root()));
                inHeads.addAll(told(input));
                inCells.addAll(inCells(part, column));
            }
            column++;
        }
        var left = new TreeSet<>(alternatives);
        left.removeAll(inHeads);
        left.removeAll(inCells);
        var sorts = !Collections.disjoint(alternatives, inHeads)
                || !Collections.disjoint(alternatives, inCells)
                        && (each || RowCoverageCheck.TOLD.contains(table.getHitPolicy()));
        if (sorts) {
            left.forEach(value -> unnamed(part, value, question));
        }
    }

    private boolean reads(Input input, String fact) {
        var expression = expression(input);
        return expression != null
                && expression.isReadable()
                && FeelTree.names(expression.root()).contains(fact);
    }

    private Set<String> inCells(Decision part, int column) {
        var texts = new LinkedHashSet<String>();
        for (var row : file.rows(part)) {
            var text = column < row.inputs().size() ? row.inputs().get(column) : null;
            var cell = text == null ? null : models.feel().cell(text);
            if (cell != null && cell.isReadable()) {
                texts.addAll(FeelTree.allTexts(cell.root()));
            }
        }
        return texts;
    }

    private void unnamed(Decision part, String value, String question) {
        models.findings()
                .warning(
                        file.name(),
                        part.getId(),
                        "ingen rad nämner svaret \"" + value + "\" på frågan " + question,
                        "skriv en rad för det, eller nämn det i kolumnens huvud om det inte ska ha någon");
    }

    private void columns(Decision part, FormFile form, Predicate<String> asked) {
        var table = TableFile.table(part);
        if (table == null) {
            return;
        }
        int column = 0;
        for (var input : table.getInputs()) {
            var question = question(input, asked);
            var named = question == null ? Set.<String>of() : named(part, column, input);
            var left = new TreeSet<>(question == null ? Set.<String>of() : form.choices(question));
            left.removeAll(named);
            if (tells(part, input, named)) {
                left.forEach(value -> unnamed(part, value, question));
            }
            column++;
        }
    }

    /**
     * A table that collects has rows only for what it finds; its author lists the other values in the column's head.
     */
    private static boolean tells(Decision part, Input input, Set<String> named) {
        return !named.isEmpty()
                && (RowCoverageCheck.TOLD.contains(TableFile.table(part).getHitPolicy())
                        || input.getInputValues() != null);
    }

    /** The question that the column reads unchanged; null if it reads something else. */
    private String question(Input input, Predicate<String> asked) {
        var expression = expression(input);
        return expression != null
                        && expression.root() instanceof Ref ref
                        && ref.names().length() == 1
                        && asked.test((String) ref.names().head())
                ? (String) ref.names().head()
                : null;
    }

    private FeelExpression expression(Input input) {
        var expression = input.getInputExpression();
        return expression == null || expression.getText() == null
                ? null
                : models.feel().expression(expression.getText().getTextContent());
    }

    private Set<String> named(Decision part, int column, Input input) {
        var named = new LinkedHashSet<String>();
        for (var row : file.rows(part)) {
            if (column < row.inputs().size() && row.inputs().get(column) != null) {
                named.addAll(texts(row.inputs().get(column)));
            }
        }
        named.addAll(told(input));
        return named;
    }

    /** The values that the column's head lists. */
    private Set<String> told(Input input) {
        return input.getInputValues() != null && input.getInputValues().getText() != null
                ? texts(input.getInputValues().getText().getTextContent())
                : Set.of();
    }

    private Set<String> texts(String cell) {
        var texts = new LinkedHashSet<String>();
        var parsed = models.feel().cell(cell);
        if (parsed.isReadable() && !parsed.isAny()) {
            FeelTree.compared(parsed.root()).forEach(constant -> {
                if (constant instanceof ConstString text) {
                    texts.add(text.value());
                }
            });
        }
        return texts;
    }
}
