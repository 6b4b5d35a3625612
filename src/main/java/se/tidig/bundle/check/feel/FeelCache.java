package se.tidig.bundle.check.feel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Parses each FEEL text of a bundle once, even if it occurs in many rows and checks. */
public final class FeelCache {

    private final Map<String, FeelExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, FeelExpression> cells = new ConcurrentHashMap<>();

    public FeelExpression expression(String text) {
        return expressions.computeIfAbsent(text, FeelExpression::expression);
    }

    /** The condition in a cell of a table; an empty cell or a dash always holds. */
    public FeelExpression cell(String text) {
        return cells.computeIfAbsent(text, FeelExpression::cell);
    }
}
