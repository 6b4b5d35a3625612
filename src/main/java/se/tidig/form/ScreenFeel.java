package se.tidig.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Evaluates a form's FEEL expressions as form-js 1.8.7 does in the browser: numbers are binary, an order between texts is
 * an error, a list of one equals its item, and any error gives null. Each expression is parsed and compiled once. What is
 * outside the {@link FeelSubset} that forms may use is left to the engine's own FEEL.
 */
final class ScreenFeel {

    /** More digits than an amount has, and fewer than a binary number holds: 0.1 + 0.2 is 0.3. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NEGATION = Pattern.compile("not\\s*\\(");
    private static final Map<String, ScreenFeel> COMPILED = new ConcurrentHashMap<>();

    private final Optional<ScreenTerm> term;
    private final boolean negation;
    private final Set<String> paths;

    /** What an expression reads. */
    interface Names {

        /** The value under the name; null if there is none. */
        Object value(String name);

        /** Every value by name, for expressions outside the subset and for templates. */
        Map<String, Object> all();
    }

    private ScreenFeel(String expression) {
        var text = Feel.body(expression);
        paths = FeelSubset.paths(expression);
        term = Feel.parse(expression).flatMap(parsed -> ScreenTerm.compile(parsed.expression()));
        negation = isNegation(text);
    }

    private static ScreenFeel of(String expression) {
        if (COMPILED.size() > 20_000) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(expression, ScreenFeel::new);
    }

    /** The value: text, {@code Double}, boolean, list or map; null if the evaluation fails. */
    static Object evaluate(String expression, Names names) {
        var compiled = of(expression);
        if (compiled.term.isEmpty()) {
            return Feel.evaluate(expression, names.all());
        }
        try {
            return compiled.term.get().value(names);
        } catch (ScreenTerm.Failed e) {
            return null;
        }
    }

    /** Whether a condition holds; form-js evaluates conditions as unary tests of null. */
    static boolean holds(String condition, Names names) {
        var compiled = of(condition);
        if (compiled.term.isEmpty()) {
            return Feel.isTrue(condition, names.all());
        }
        try {
            var value = compiled.negation
                    ? compiled.term.get().argument().value(names)
                    : compiled.term.get().value(names);
            var matches = matches(value);
            return compiled.negation ? Boolean.FALSE.equals(matches) : Boolean.TRUE.equals(matches);
        } catch (ScreenTerm.Failed e) {
            return false;
        }
    }

    /** The paths that the expression reads: {@code applicant.name}, {@code this.amount}. */
    static Set<String> paths(String expression) {
        return of(expression).paths;
    }

    /** Whether the expression reads one of the names, or something under it. */
    static boolean reads(String expression, Set<String> names) {
        for (var path : of(expression).paths) {
            if (names.contains(path.split("\\.", 2)[0])) {
                return true;
            }
        }
        return false;
    }

    /** Whether null passes the unary test that the value is; null if it is unknown. */
    private static Boolean matches(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.contains(null) && !list.contains(true) && list.indexOf(null) == list.size() - 1
                    ? null
                    : (Boolean) list.contains(true);
        }
        return Boolean.TRUE.equals(value);
    }

    /** Whether the whole expression is {@code not(...)}, which a unary test reads as its own negation. */
    private static boolean isNegation(String text) {
        var start = NEGATION.matcher(text);
        if (!start.lookingAt()) {
            return false;
        }
        var depth = 1;
        var quoted = false;
        for (int i = start.end(); i < text.length(); i++) {
            var sign = text.charAt(i);
            quoted ^= sign == '"';
            if (!quoted) {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                if (depth == 0) {
                    return text.substring(i + 1).isBlank();
                }
            }
        }
        return false;
    }

    /** An evaluated value as an answer: numbers as {@code BigDecimal}, without the dust of binary sums. */
    static Object answer(Object value) {
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                return null;
            }
            var rounded = new BigDecimal(number.toString()).round(DIGITS);
            return rounded.signum() == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(rounded.stripTrailingZeros().toPlainString());
        }
        if (value instanceof List<?> list) {
            var answers = new ArrayList<>();
            list.forEach(item -> answers.add(answer(item)));
            return answers;
        }
        return Plain.of(value);
    }
}
