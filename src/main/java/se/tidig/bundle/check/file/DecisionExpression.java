package se.tidig.bundle.check.file;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Output;
import se.tidig.bundle.check.feel.FeelCache;
import se.tidig.bundle.check.feel.FeelExpression;
import se.tidig.bundle.check.feel.FeelNameResolver;
import se.tidig.bundle.check.feel.FeelScope;

/** Finds the FEEL expressions of a decision, and the names in them that neither a fact nor another decision defines. */
public final class DecisionExpression {

    /**
     * An expression of a decision.
     *
     * @param element its place, for people: {@code eligibility rad 3 kolumn Utfall}
     * @param parsed the expression
     * @param output the name of the output that it sets; null if it sets none
     */
    public record Use(String element, FeelExpression parsed, String output) {

        Use(String element, FeelExpression parsed) {
            this(element, parsed, null);
        }
    }

    /** A name or function that does not exist, and its place. */
    public record Unknown(String element, String cause) {}

    private DecisionExpression() {}

    /** Reads the expressions from the document; {@link ModelSet#expressions} caches them. */
    static List<Use> uses(Decision decision, FeelCache texts) {
        var uses = new ArrayList<Use>();
        var literal = TableFile.literal(decision);
        if (literal != null && literal.getText() != null) {
            uses.add(
                    new Use(decision.getId(), texts.expression(literal.getText().getTextContent())));
        }
        var table = TableFile.table(decision);
        if (table == null) {
            return uses;
        }
        var inputs = new ArrayList<>(table.getInputs());
        for (var input : inputs) {
            if (input.getInputExpression() != null && input.getInputExpression().getText() != null) {
                uses.add(new Use(
                        decision.getId() + " kolumn " + label(input.getLabel(), input.getId()),
                        texts.expression(input.getInputExpression().getText().getTextContent())));
            }
        }
        var asked = inputs.stream()
                .map(input -> label(input.getLabel(), input.getId()))
                .toList();
        var outputs = new ArrayList<>(table.getOutputs());
        var names = outputs.stream().map(Output::getName).toList();
        var given = outputs.stream()
                .map(output -> label(output.getLabel(), output.getName()))
                .toList();
        int row = 0;
        for (var rule : table.getRules()) {
            row++;
            int column = 0;
            for (var entry : rule.getInputEntries()) {
                var label = column < asked.size() ? asked.get(column) : "?";
                column++;
                if (entry.getText() != null) {
                    uses.add(new Use(
                            place(decision, row, label),
                            texts.cell(entry.getText().getTextContent())));
                }
            }
            column = 0;
            for (var entry : rule.getOutputEntries()) {
                var label = column < given.size() ? given.get(column) : "?";
                var output = column < names.size() ? names.get(column) : null;
                column++;
                if (entry.getText() != null && !entry.getText().getTextContent().isBlank()) {
                    uses.add(new Use(
                            place(decision, row, label),
                            texts.expression(entry.getText().getTextContent()),
                            output));
                }
            }
        }
        return uses;
    }

    public static String place(Decision decision, int row, String column) {
        return decision.getId() + " rad " + row + " kolumn " + column;
    }

    public static String label(String label, String id) {
        return label == null || label.isBlank() ? String.valueOf(id) : label;
    }

    /** The unknown names in the decision and in all it is based on, for callers who send these facts. */
    public static List<Unknown> unknown(Decision decision, FeelScope facts, ModelSet models) {
        var unknown = new ArrayList<Unknown>();
        for (var part : TableFile.withRequired(decision)) {
            var scope = facts.with("cellInput", null);
            for (var required : TableFile.required(part)) {
                for (var result : TableFile.results(required)) {
                    scope = scope.with(result, null);
                }
            }
            for (var use : models.expressions(part)) {
                if (use.parsed().isReadable()) {
                    for (var found : FeelNameResolver.unknown(use.parsed(), scope)) {
                        unknown.add(new Unknown(use.element(), found.cause()));
                    }
                }
            }
        }
        return unknown;
    }
}
