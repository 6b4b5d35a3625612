package se.tidig.form;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;

/** Evaluates the FEEL expressions of forms with the engine that also evaluates the decision tables. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Map<String, Optional<ParsedExpression>> PARSED = new ConcurrentHashMap<>();
    /** A name or a path. */
    private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*");
    /** What the grammar knows as more than a name, also at the beginning of one. */
    private static final Pattern WORDS = Pattern.compile(
            "\\b(null|true|false|not|if|then|else|for|return|some|every|satisfies|in|and|or|between|instance|of|function|external|date|time|duration)");

    private Feel() {}

    static boolean isExpression(Object value) {
        return value instanceof String text && text.startsWith("=");
    }

    /** The expression without the sign that marks it as one. */
    static String body(String expression) {
        return expression.startsWith("=") ? expression.substring(1).trim() : expression.trim();
    }

    /** Empty where the expression does not parse. */
    static Optional<ParsedExpression> parse(String expression) {
        if (PARSED.size() > 20_000) {
            PARSED.clear();
        }
        return PARSED.computeIfAbsent(body(expression), text -> {
            if (PATH.matcher(text).matches() && !WORDS.matcher(text).find()) {
                // Three of four expressions in forms: the parser would take most of the time to read a form on them.
                return Optional.of(new ParsedExpression(path(text), text));
            }
            var result = ENGINE.parseExpression(text);
            return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
        });
    }

    private static Ref path(String text) {
        return new Ref(CollectionConverters.asScala(List.of(text.split("\\."))).toList());
    }

    /** The value; null where the expression does not parse or fails, as on the screen. */
    static Object evaluate(String expression, Map<String, Object> context) {
        return parse(expression)
                .map(parsed -> ENGINE.evaluate(parsed, context))
                .filter(result -> result.isSuccess())
                .map(result -> result.result())
                .orElse(null);
    }

    static boolean isTrue(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
