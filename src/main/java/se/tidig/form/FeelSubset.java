package se.tidig.form;

import camundajar.impl.scala.Product;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/**
 * The part of FEEL that means the same on the screen (form-js) as on the server: comparisons, {@code and}, {@code or},
 * {@code not()}, literals, names and paths, {@code list contains}, {@code count}, {@code sum} and sums of whole numbers.
 * The two differ on comparisons across types, on decimal arithmetic and on most functions.
 */
public final class FeelSubset {

    private static final Set<String> SPECIAL = Set.of("this", "parent", "i", "_this_", "_parent_", "_i_");
    private static final Set<String> ROW_NUMBERS = Set.of("i", "_i_");
    private static final Pattern OUTWARD = Pattern.compile("^_?parent_?\\._?(this|parent|i)_?(\\.|$)");
    private static final Set<String> ORDERS = Set.of("LessThan", "LessOrEqual", "GreaterThan", "GreaterOrEqual");
    private static final Set<String> FUNCTIONS = Set.of("not", "list contains", "count", "sum");
    private static final Set<String> COMPARISONS =
            Set.of("Equal", "LessThan", "LessOrEqual", "GreaterThan", "GreaterOrEqual");
    private static final Set<String> SUMS = Set.of("Addition", "Subtraction", "Multiplication", "ArithmeticNegation");
    private static final Set<String> ALLOWED = Set.of(
            "Conjunction",
            "Disjunction",
            "Not",
            "Ref",
            "PathExpression",
            "ConstNumber",
            "ConstString",
            "ConstBool",
            "ConstNull",
            "ConstList",
            "FunctionInvocation",
            "PositionalFunctionParameters");

    private FeelSubset() {}

    /** What is wrong with the expression if only these names are known; empty if nothing is. */
    public static List<Problem> problems(String expression, Set<String> knownNames) {
        return problems(expression, knownNames.stream().collect(Collectors.toMap(name -> name, name -> "")));
    }

    /** The same if the names' types are known: {@code number}, {@code text}, {@code boolean}, {@code list} or "". */
    static List<Problem> problems(String expression, Map<String, String> types) {
        var parsed = Feel.parse(expression);
        if (parsed.isEmpty()) {
            return List.of(new Problem(
                    expression,
                    "Uttrycket går inte att tolka som FEEL.",
                    "Rätta skrivfelet, till exempel =belopp > 0."));
        }
        var problems = new ArrayList<Problem>();
        if (expression.contains("\\")) {
            problems.add(new Problem(
                    expression,
                    "Tecknet \\ i en text betyder inte samma sak på skärmen och på servern.",
                    "Skriv tecknet som det är."));
        }
        for (var path : paths(expression)) {
            if (ROW_NUMBERS.contains(path.split("\\.", 2)[0])
                    || OUTWARD.matcher(path).find()) {
                problems.add(new Problem(
                        expression,
                        "Namnet " + path + " betyder inte samma sak på skärmen och på servern.",
                        "Läs radens fält med this.nyckel och formulärets med parent.nyckel."));
            }
        }
        walk(parsed.get().expression(), expression, types, problems);
        for (var name : names(expression)) {
            if (!types.containsKey(name)) {
                problems.add(new Problem(
                        expression,
                        "Namnet " + name + " finns varken i formuläret eller i ärendet.",
                        "Använd nyckeln till ett fält i formuläret eller en uppgift som ärendet visar."));
            }
        }
        return problems;
    }

    /** Comparisons with a text that is none of the question's alternatives: they never hold. */
    static List<Problem> impossible(String expression, Map<String, Set<String>> choices) {
        var problems = new ArrayList<Problem>();
        Feel.parse(expression).ifPresent(parsed -> impossible(parsed.expression(), expression, choices, problems));
        return problems;
    }

    private static void impossible(
            Object node, String expression, Map<String, Set<String>> choices, List<Problem> problems) {
        var parts = children(node);
        var kind = ((Product) node).productPrefix();
        var compares = kind.equals("Equal") || kind.equals("PositionalFunctionParameters");
        if (compares
                && parts.size() == 2
                && parts.get(0) instanceof Ref ref
                && ref.names().size() == 1) {
            var possible = choices.get(ref.names().head());
            if (possible != null
                    && parts.get(1) instanceof ConstString text
                    && !text.value().isEmpty()
                    && !possible.contains(text.value())) {
                problems.add(new Problem(
                        expression,
                        "Frågan " + ref.names().head() + " har inget alternativ " + text.value() + ".",
                        "Använd ett av värdena " + String.join(", ", possible) + "."));
            }
        }
        parts.forEach(part -> impossible(part, expression, choices, problems));
    }

    /** The names that the expression reads, without those form-js gives itself ({@code this}, {@code parent}, {@code i}). */
    public static Set<String> names(String expression) {
        var names = new LinkedHashSet<String>();
        Feel.parse(expression).ifPresent(parsed -> collect(parsed.expression(), names));
        names.removeAll(SPECIAL);
        return names;
    }

    private static void collect(Object node, Set<String> names) {
        references(node, ref -> names.add(ref.names().head()));
    }

    private static void references(Object node, Consumer<Ref> found) {
        if (node instanceof Ref ref) {
            found.accept(ref);
        } else {
            children(node).forEach(child -> references(child, found));
        }
    }

    /** The paths that the expression reads, those from {@code this} and {@code parent} too: {@code this.amount}. */
    static Set<String> paths(String expression) {
        var paths = new LinkedHashSet<String>();
        Feel.parse(expression)
                .ifPresent(parsed -> references(
                        parsed.expression(), ref -> paths.add(ref.names().mkString("."))));
        return paths;
    }

    private static void walk(Object node, String expression, Map<String, String> types, List<Problem> problems) {
        var kind = ((Product) node).productPrefix();
        if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
            problems.add(outside(expression, "Funktionen " + call.function() + "()"));
        } else if (SUMS.contains(kind)) {
            arithmetic(node, expression, types, problems);
        } else if (COMPARISONS.contains(kind)) {
            var kinds = children(node).stream().map(child -> type(child, types)).filter(type -> !type.isEmpty());
            var distinct = kinds.distinct().toList();
            if (distinct.size() > 1) {
                problems.add(new Problem(
                        expression,
                        "Uttrycket jämför värden av olika slag, till exempel text med tal.",
                        "Jämför tal med tal och text med text."));
            } else if (ORDERS.contains(kind) && distinct.size() == 1 && !distinct.contains("number")) {
                problems.add(new Problem(
                        expression,
                        "Uttrycket ordnar något annat än tal med < eller >, vilket blir fel på skärmen.",
                        "Jämför datum med egenskapen notBefore, och text med = eller !=."));
            }
        } else if (!ALLOWED.contains(kind)) {
            problems.add(outside(expression, "Uttryckets del av slaget " + kind));
        }
        children(node).forEach(child -> walk(child, expression, types, problems));
    }

    private static void arithmetic(Object node, String expression, Map<String, String> types, List<Problem> problems) {
        for (var child : children(node)) {
            if (child instanceof ConstNumber number && !number.value().isWhole()) {
                problems.add(new Problem(
                        expression,
                        "Uträkningar med decimaltal ger olika svar på skärmen och på servern.",
                        "Räkna med heltal, eller jämför med ett färdigt belopp."));
            }
            if (Set.of("text", "boolean", "list").contains(type(child, types))) {
                problems.add(new Problem(
                        expression,
                        "Uttrycket räknar med något som inte är ett tal.",
                        "Räkna bara med tal; text sätts samman med {{ }} i en mall."));
            }
        }
    }

    private static Problem outside(String expression, String what) {
        return new Problem(
                expression,
                what + " betyder inte säkert samma sak på skärmen och på servern.",
                "Använd jämförelser, and, or, not(), list contains(), count(), sum() och räkning med heltal.");
    }

    private static String type(Object node, Map<String, String> types) {
        if (node instanceof Ref ref && ref.names().size() == 1) {
            return types.getOrDefault(ref.names().head(), "");
        }
        if (node instanceof FunctionInvocation call) {
            return Set.of("count", "sum").contains(call.function()) ? "number" : "boolean";
        }
        var kind = ((Product) node).productPrefix();
        if (node instanceof ConstNumber || SUMS.contains(kind)) {
            return "number";
        }
        if (node instanceof ConstString) {
            return "text";
        }
        var booleans = Set.of("ConstBool", "Conjunction", "Disjunction", "Not");
        return booleans.contains(kind) || COMPARISONS.contains(kind)
                ? "boolean"
                : kind.equals("ConstList") ? "list" : "";
    }

    private static List<Object> children(Object node) {
        var children = new ArrayList<Object>();
        var elements = ((Product) node).productIterator();
        while (elements.hasNext()) {
            add(elements.next(), children);
        }
        return children;
    }

    private static void add(Object element, List<Object> children) {
        if (element instanceof Exp || element instanceof org.camunda.feel.syntaxtree.FunctionParameters) {
            children.add(element);
        } else if (element instanceof camundajar.impl.scala.collection.Iterable<?> list) {
            var items = list.iterator();
            while (items.hasNext()) {
                add(items.next(), children);
            }
        } else if (element instanceof camundajar.impl.scala.Tuple2<?, ?> pair) {
            add(pair._2(), children);
        }
    }
}
