package se.tidig.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;

/** Converts a decision's result to the rows that {@link RuleSet} promises, in Java's own collections. */
public final class DecisionRowReader {

    private DecisionRowReader() {}

    /** The rows of the result. A literal expression that gives a context is one row of the context's entries. */
    public static List<Map<String, Object>> of(DmnDecision decision, DmnDecisionResult result) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var entries : result.getResultList()) {
            var single = entries.size() == 1 ? entries.values().iterator().next() : null;
            var row = !decision.isDecisionTable() && single instanceof Map<?, ?> context ? context : entries;
            rows.add(plain(row));
        }
        return rows;
    }

    private static Map<String, Object> plain(Map<?, ?> context) {
        var plain = new LinkedHashMap<String, Object>();
        context.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> context) {
            return plain(context);
        }
        if (value instanceof List<?> list) {
            var plain = new ArrayList<>();
            list.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        return value;
    }
}
