package se.tidig.bundle.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The FEEL texts of one bundle, each parsed once however many rows and checks it stands in. */
final class FeelTexts {

    private final Map<String, FeelExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, FeelExpression> cells = new ConcurrentHashMap<>();
    private final Map<Decision, List<TableNames.Use>> uses = new ConcurrentHashMap<>();

    FeelExpression expression(String text) {
        return expressions.computeIfAbsent(text, FeelExpression::expression);
    }

    /** The condition in a cell of a table; an empty cell or a dash holds always. */
    FeelExpression cell(String text) {
        return cells.computeIfAbsent(text, FeelExpression::cell);
    }

    /** Every expression of the decision, in the order of its columns and rows. */
    List<TableNames.Use> uses(Decision decision) {
        return uses.computeIfAbsent(decision, one -> TableNames.uses(one, this));
    }
}
