package se.tidig.bundle.check.variable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression of a process model. Only names and comparisons are allowed: methods, properties and functions can reach
 * the whole engine through {@code execution}, and a check cannot tell what they do.
 */
public final class Expression {

    /** Objects that every expression of the engine can reach, but no model may use. */
    private static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId", "connector");

    private static final Set<AstBinary.Operator> ORDERS =
            Set.of(AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);

    private static final Set<AstBinary.Operator> COMPARISONS = Set.of(
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE,
            AstBinary.AND,
            AstBinary.OR);

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Comparison> orders = new ArrayList<>();
    private String fault;
    private Node root;

    /** A variable compared with a constant, as in {@code outcome == 'REJECT'}. */
    public record Comparison(String variable, boolean equal, String constant) {}

    private Expression(String text) {
        this.text = text;
    }

    public static Expression of(String text) {
        var expression = new Expression(text.strip());
        try {
            expression.root = new Builder(Feature.METHOD_INVOCATIONS, Feature.VARARGS)
                    .build(expression.text)
                    .getRoot();
            expression.walk(expression.root);
        } catch (TreeBuilderException e) {
            expression.fault =
                    "uttrycket " + expression.text + " går inte att tolka (tecken " + (e.getPosition() + 1) + ")";
        } catch (RuntimeException e) {
            expression.fault = "uttrycket " + expression.text + " går inte att tolka";
        }
        return expression;
    }

    /** What is wrong with it, in Swedish; null if nothing is. */
    public String fault() {
        return fault;
    }

    public Set<String> names() {
        return names;
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** Variables that are compared with a number by order, as in {@code amount > 5}. */
    public List<Comparison> orders() {
        return orders;
    }

    /** Whether it can be true or false: a comparison, a boolean or a variable. */
    public boolean mayBeTruth() {
        if (!isSingle()) {
            return false;
        }
        var node = unwrapped(root.getChild(0));
        return node instanceof AstBinary
                || node instanceof AstIdentifier
                || node instanceof AstBoolean
                || node instanceof AstUnary unary && unary.getOperator() != AstUnary.NEG;
    }

    /** Whether it is plain text without any {@code ${...}}. */
    public boolean isText() {
        return root instanceof AstText;
    }

    /** The name in {@code ${name}}; null if the expression is anything else. */
    public String singleName() {
        return root instanceof AstEval && unwrapped(root.getChild(0)) instanceof AstIdentifier name
                ? name.getName()
                : null;
    }

    /** Whether it is one {@code ${...}} and nothing else. */
    boolean isSingle() {
        return root instanceof AstEval;
    }

    /**
     * The values in a comparison of one variable, such as {@code a == 'x' || a == 'y'}; null if the expression is
     * anything else.
     */
    public Set<String> valuesOf(String variable) {
        var values = new LinkedHashSet<String>();
        return isSingle() && alternatives(unwrapped(root.getChild(0)), variable, values) ? values : null;
    }

    private boolean alternatives(Node node, String variable, Set<String> values) {
        if (node instanceof AstBinary binary && binary.getOperator() == AstBinary.OR) {
            return alternatives(unwrapped(node.getChild(0)), variable, values)
                    && alternatives(unwrapped(node.getChild(1)), variable, values);
        }
        if (node instanceof AstBinary binary && binary.getOperator() == AstBinary.EQ) {
            var found = comparison(binary);
            return found != null && found.variable().equals(variable) && added(values, found.constant());
        }
        if (node instanceof AstIdentifier name && name.getName().equals(variable)) {
            return added(values, "true");
        }
        if (node instanceof AstUnary unary
                && unary.getOperator() == AstUnary.NOT
                && unwrapped(unary.getChild(0)) instanceof AstIdentifier name
                && name.getName().equals(variable)) {
            return added(values, "false");
        }
        return false;
    }

    private static boolean added(Set<String> values, String value) {
        values.add(value);
        return true;
    }

    private void walk(Node node) {
        if (node instanceof AstIdentifier name) {
            if (ENGINE_OBJECTS.contains(name.getName())) {
                fault("uttrycket " + text + " når motorn genom \"" + name.getName() + "\"");
            }
            names.add(name.getName());
        } else if (node instanceof AstBinary binary) {
            if (!COMPARISONS.contains(binary.getOperator())) {
                fault("uttrycket " + text + " räknar i stället för att jämföra");
            }
            var found = comparison(binary);
            if (found != null) {
                comparisons.add(found);
            }
            order(binary);
        } else if (!(node instanceof AstUnary
                || node instanceof AstEval
                || node instanceof AstComposite
                || node instanceof AstNested
                || node instanceof AstText
                || isConstant(node))) {
            fault("uttrycket " + text + " är fritt: bara namn och jämförelser av variabler är tillåtna");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i));
        }
    }

    private void fault(String cause) {
        fault = fault == null ? cause : fault;
    }

    private void order(AstBinary binary) {
        var left = unwrapped(binary.getChild(0));
        var right = unwrapped(binary.getChild(1));
        if (ORDERS.contains(binary.getOperator())) {
            if (left instanceof AstIdentifier name && right instanceof AstNumber) {
                orders.add(new Comparison(name.getName(), false, right.toString()));
            } else if (right instanceof AstIdentifier name && left instanceof AstNumber) {
                orders.add(new Comparison(name.getName(), false, left.toString()));
            }
        }
    }

    private static Comparison comparison(AstBinary binary) {
        if (binary.getOperator() != AstBinary.EQ && binary.getOperator() != AstBinary.NE) {
            return null;
        }
        var left = unwrapped(binary.getChild(0));
        var right = unwrapped(binary.getChild(1));
        var equal = binary.getOperator() == AstBinary.EQ;
        if (left instanceof AstIdentifier name && isConstant(right)) {
            return new Comparison(name.getName(), equal, constant(right));
        }
        if (right instanceof AstIdentifier name && isConstant(left)) {
            return new Comparison(name.getName(), equal, constant(left));
        }
        return null;
    }

    private static boolean isConstant(Node node) {
        return node instanceof AstString
                || node instanceof AstNumber
                || node instanceof AstBoolean
                || node instanceof AstNull;
    }

    private static String constant(Node node) {
        if (node instanceof AstString) {
            return String.valueOf(((AstString) node).eval(null, null));
        }
        return node.toString();
    }

    private static Node unwrapped(Node node) {
        return node instanceof AstNested ? unwrapped(node.getChild(0)) : node;
    }
}
