package se.tidig.form;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Evaluates the FEEL expressions of forms with the engine that also evaluates the decision tables. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Map<String, Optional<ParsedExpression>> PARSED = new ConcurrentHashMap<>();

    private Feel() {}

    static boolean isExpression(Object value) {
        return value instanceof String text && text.startsWith("=");
    }

    /** The expression without the sign that marks it as one. */
    static String body(String expression) {
        return expression.startsWith("=") ? expression.substring(1).trim() : expression.trim();
    }

    /** Empty if the expression does not parse, or asks for too much. */
    static Optional<ParsedExpression> parse(String expression) {
        if (PARSED.size() > 20_000) {
            PARSED.clear();
        }
        return PARSED.computeIfAbsent(body(expression), text -> {
            try {
                var result = ENGINE.parseExpression(text);
                return result.isSuccess()
                                && FeelLimits.fault(result.parsedExpression().expression()) == null
                        ? Optional.of(result.parsedExpression())
                        : Optional.empty();
            } catch (StackOverflowError e) {
                return Optional.empty();
            }
        });
    }

    /** The value; null if the expression does not parse or fails, as on the screen. */
    static Object evaluate(String expression, Map<String, Object> context) {
        return parse(expression)
                .map(parsed -> FeelTime.within(() -> ENGINE.evaluate(parsed, context)))
                .filter(result -> result.isSuccess())
                .map(result -> result.result())
                .orElse(null);
    }

    static boolean isTrue(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
