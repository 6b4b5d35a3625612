package se.tidig.bundle.check.feel;

import camundajar.impl.fastparse.Parsed;
import java.util.function.Function;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.Exp;
import se.tidig.form.FeelLimits;

/** A FEEL expression or cell, parsed with the engine's parser. */
public final class FeelExpression {

    private final String text;
    private final Exp root;

    private final String fault;

    private FeelExpression(String text, Exp root) {
        this(text, root, null);
    }

    private FeelExpression(String text, Exp root, String fault) {
        this.text = text;
        this.root = root;
        this.fault = fault;
    }

    static FeelExpression expression(String text) {
        return parse(text.strip(), FeelParser::parseExpression);
    }

    /** The condition in a cell of a table; an empty cell or a dash always holds. */
    static FeelExpression cell(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("-")
                ? new FeelExpression("-", new ConstBool(true))
                : parse(stripped, FeelParser::parseUnaryTests);
    }

    private static FeelExpression parse(String text, Function<String, Parsed<Exp>> parser) {
        try {
            var parsed = parser.apply(text);
            var root = parsed.isSuccess() ? parsed.get().value() : null;
            var fault = root == null ? null : FeelLimits.fault(root);
            return new FeelExpression(text, fault == null ? root : null, fault);
        } catch (StackOverflowError e) {
            return new FeelExpression(text, null, "uttrycket är för djupt sammansatt för motorn");
        } catch (RuntimeException e) {
            // The parser throws if a literal has no value, such as a date that does not exist.
            return new FeelExpression(text, null);
        }
    }

    /** Why it cannot be evaluated although it can be parsed, in Swedish; null if there is no such reason. */
    public String fault() {
        return fault;
    }

    public boolean isReadable() {
        return root != null;
    }

    public boolean isAny() {
        return text.equals("-");
    }

    public String text() {
        return text;
    }

    public Exp root() {
        return root;
    }
}
