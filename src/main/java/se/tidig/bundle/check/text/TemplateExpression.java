package se.tidig.bundle.check.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.OperatorInstanceof;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.QualifiedIdentifier;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.bundle.check.finding.Suggestion;

/** Checks an expression of a mail or letter: it may show only content that exists, and call nothing. */
final class TemplateExpression {

    /** The functions that format text and have no access to Tidig. */
    private static final Set<String> FORMATTERS = Set.of("#strings", "#numbers", "#lists", "#temporals");

    private static final Set<Class<?>> REFUSED = Set.of(
            TypeReference.class,
            ConstructorReference.class,
            BeanReference.class,
            Assign.class,
            QualifiedIdentifier.class,
            OperatorInstanceof.class,
            OpInc.class,
            OpDec.class);

    private static final SpelExpressionParser PARSER = new SpelExpressionParser();

    private static final Pattern VARIABLE = Pattern.compile("\\s*\\$\\{(.*)}\\s*", Pattern.DOTALL);

    private final FeelScope names;

    /** @param locals the row variables of loops, with their keys */
    TemplateExpression(FeelScope content, FeelScope locals) {
        this(content.with(locals));
    }

    /** @param names null if any name is allowed */
    private TemplateExpression(FeelScope names) {
        this.names = names;
    }

    /** The keys of the value of {@code ${...}}, or of its items; null if they are not known. */
    FeelScope keys(String expression) {
        var variable = VARIABLE.matcher(expression);
        if (!variable.matches()) {
            return null;
        }
        try {
            var root = ((SpelExpression) PARSER.parseExpression(variable.group(1))).getAST();
            return root instanceof PropertyOrFieldReference name
                    ? names.keysOf(name.getName())
                    : root instanceof CompoundExpression compound ? keys(compound) : null;
        } catch (ParseException | IllegalStateException e) {
            return null;
        }
    }

    private FeelScope keys(CompoundExpression compound) {
        var keys = names;
        for (int i = 0; i < compound.getChildCount() && keys != null; i++) {
            var part = compound.getChild(i);
            if (field(part) != null) {
                keys = keys.keysOf(field(part));
            } else if (!(part instanceof Indexer || part instanceof Selection)) {
                keys = null;
            }
        }
        return keys;
    }

    /** What is wrong with it, in Swedish; null if nothing is. */
    String fault(String expression) {
        if (expression.contains("__")) {
            return "uttrycket " + expression + " räknas ut två gånger, vilket inte är tillåtet";
        }
        int at = 0;
        while (at < expression.length()) {
            var next = expression.charAt(at);
            if (next == '\'') {
                var end = expression.indexOf('\'', at + 1);
                if (end < 0) {
                    return "uttrycket " + expression + " har ett citattecken som inte avslutas";
                }
                at = end + 1;
            } else if (at + 1 < expression.length() && expression.charAt(at + 1) == '{' && "$*#@~".indexOf(next) >= 0) {
                if (next != '$') {
                    return "uttrycket " + expression + " använder " + next + "{...}, vilket inte är tillåtet";
                }
                var end = end(expression, at + 2);
                if (end < 0) {
                    return "uttrycket " + expression + " avslutas inte";
                }
                var fault = variable(expression.substring(at + 2, end));
                if (fault != null) {
                    return fault;
                }
                at = end + 1;
            } else {
                at++;
            }
        }
        return null;
    }

    private static int end(String expression, int from) {
        int depth = 1;
        var quoted = false;
        for (int i = from; i < expression.length(); i++) {
            var c = expression.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String variable(String expression) {
        try {
            var root = ((SpelExpression) PARSER.parseExpression(expression)).getAST();
            return walk(root, expression);
        } catch (ParseException | IllegalStateException e) {
            return "uttrycket ${" + expression + "} går inte att tolka";
        }
    }

    private String walk(SpelNode node, String expression) {
        if (REFUSED.contains(node.getClass())) {
            return "uttrycket ${" + expression + "} når Tidigs kod, vilket inte är tillåtet";
        }
        if (node instanceof CompoundExpression compound) {
            return compound(compound, expression);
        }
        if (node instanceof PropertyOrFieldReference name) {
            return known(name.getName());
        }
        if (node instanceof MethodReference || node instanceof VariableReference) {
            return "uttrycket ${" + expression + "} anropar något, vilket inte är tillåtet";
        }
        return children(node, 0, expression);
    }

    private String compound(CompoundExpression compound, String expression) {
        var first = compound.getChild(0);
        var formatter = first instanceof VariableReference && FORMATTERS.contains(first.toStringAST());
        if (!formatter) {
            var fault = walk(first, expression);
            if (fault != null) {
                return fault;
            }
        }
        var keys =
                first instanceof PropertyOrFieldReference root && names != null ? names.keysOf(root.getName()) : null;
        for (int i = 1; i < compound.getChildCount(); i++) {
            var part = compound.getChild(i);
            if (part instanceof MethodReference && !formatter) {
                return "uttrycket ${" + expression + "} anropar något, vilket inte är tillåtet";
            }
            var field = field(part);
            if (field != null) {
                if (keys != null && !keys.has(field)) {
                    return "visar \"" + first.toStringAST() + "." + field + "\", som inte finns"
                            + Suggestion.of(field, keys.names().keySet());
                }
                keys = keys == null ? null : keys.keysOf(field);
            } else {
                var fault = part(part, keys, expression);
                if (fault != null) {
                    return fault;
                }
                keys = part instanceof Indexer || part instanceof Selection ? keys : null;
            }
        }
        return null;
    }

    /** The field that {@code .name} or {@code ['name']} reads; null if it reads something else. */
    private static String field(SpelNode part) {
        if (part instanceof Indexer && part.getChild(0) instanceof StringLiteral name) {
            return String.valueOf(name.getLiteralValue().getValue());
        }
        return part instanceof PropertyOrFieldReference name ? name.getName() : null;
    }

    /** Within the brackets of a list, a name is a field of its items. */
    private String part(SpelNode part, FeelScope items, String expression) {
        if (!(part instanceof Selection || part instanceof Projection)) {
            return children(part, 0, expression);
        }
        return new TemplateExpression(items).children(part, 0, expression);
    }

    private String children(SpelNode node, int from, String expression) {
        for (int i = from; i < node.getChildCount(); i++) {
            var fault = walk(node.getChild(i), expression);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private String known(String name) {
        if (names == null || names.has(name)) {
            return null;
        }
        return "visar \"" + name + "\", som inte finns"
                + Suggestion.of(name, names.names().keySet());
    }
}
