package se.tidig.form;

import camundajar.impl.scala.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;

/** One compiled term of an expression, with the meaning that feelin 3.1.0, form-js's FEEL, gives it. */
interface ScreenTerm {

    /** The term's value: text, {@code Double}, boolean, list, map or null. */
    Object value(ScreenFeel.Names names);

    /** The argument of a negation; itself if it is none. */
    default ScreenTerm argument() {
        return this;
    }

    /** An error of feelin: it ends the evaluation of the whole expression. */
    final class Failed extends RuntimeException {
        private static final Failed ORDER = new Failed();

        private Failed() {
            super("Only numbers have an order", null, false, false);
        }
    }

    /** Empty if some part of the expression is outside the subset. */
    static Optional<ScreenTerm> compile(Object expression) {
        return Optional.ofNullable(term(expression));
    }

    private static ScreenTerm term(Object expression) {
        if (expression instanceof ConstNumber number) {
            var value = (Object) number.value().toDouble();
            return names -> value;
        }
        if (expression instanceof ConstString text) {
            return names -> text.value();
        }
        if (expression instanceof ConstBool bool) {
            return names -> bool.value();
        }
        if (expression instanceof Ref ref) {
            return reference(ref);
        }
        if (expression instanceof PathExpression path) {
            return over(path.path(), value -> field(value, path.key()));
        }
        if (expression instanceof FunctionInvocation call) {
            return function(call);
        }
        var node = (Product) expression;
        return switch (node.productPrefix()) {
            case "ConstNull" -> names -> null;
            case "ConstList" -> list(node);
            case "Conjunction" -> both(node, ScreenTerm::and);
            case "Disjunction" -> both(node, ScreenTerm::or);
            case "Equal" -> both(node, ScreenTerm::equal);
            // feel-scala reads != as Not(Equal), and not() as a function.
            case "Not" -> over(node.productElement(0), equal -> !Boolean.TRUE.equals(equal));
            case "LessThan" -> both(node, (left, right) -> ordered(left, right, order -> order < 0));
            case "LessOrEqual" -> both(node, (left, right) -> ordered(left, right, order -> order <= 0));
            case "GreaterThan" -> both(node, (left, right) -> ordered(left, right, order -> order > 0));
            case "GreaterOrEqual" -> both(node, (left, right) -> ordered(left, right, order -> order >= 0));
            case "Addition" -> both(node, ScreenTerm::plus);
            case "Subtraction" -> both(node, (left, right) -> computed(left, right, (a, b) -> a - b));
            case "Multiplication" -> both(node, (left, right) -> computed(left, right, (a, b) -> a * b));
            case "ArithmeticNegation" -> over(node.productElement(0), value -> computed(0.0, value, (a, b) -> a - b));
            default -> null;
        };
    }

    private static ScreenTerm over(Object part, Function<Object, Object> operation) {
        var inner = term(part);
        return inner == null ? null : names -> operation.apply(inner.value(names));
    }

    private static ScreenTerm both(Product node, BinaryOperator<Object> operation) {
        var left = term(node.productElement(0));
        var right = term(node.productElement(1));
        return left == null || right == null ? null : names -> operation.apply(left.value(names), right.value(names));
    }

    private static ScreenTerm list(Product node) {
        var items = terms(node.productElement(0));
        return items.contains(null)
                ? null
                : names -> {
                    var values = new ArrayList<>();
                    items.forEach(item -> values.add(item.value(names)));
                    return values;
                };
    }

    private static List<ScreenTerm> terms(Object list) {
        var terms = new ArrayList<ScreenTerm>();
        var items = ((camundajar.impl.scala.collection.Iterable<?>) list).iterator();
        while (items.hasNext()) {
            terms.add(term(items.next()));
        }
        return terms;
    }

    private static ScreenTerm reference(Ref ref) {
        var path = new ArrayList<String>();
        var names = ref.names().iterator();
        while (names.hasNext()) {
            path.add(names.next());
        }
        var first = path.remove(0);
        return known -> {
            var value = plain(known.value(first));
            for (var name : path) {
                value = field(value, name);
            }
            return value;
        };
    }

    /** A field of a map; of a list that of each item. */
    private static Object field(Object value, String name) {
        if (value instanceof List<?> list) {
            var fields = new ArrayList<>();
            list.forEach(item -> fields.add(item instanceof Map<?, ?> map ? plain(map.get(name)) : null));
            return fields;
        }
        return value instanceof Map<?, ?> map ? plain(map.get(name)) : null;
    }

    private static Object plain(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static ScreenTerm function(FunctionInvocation call) {
        if (!((Product) call.params()).productPrefix().equals("PositionalFunctionParameters")) {
            return null;
        }
        var arguments = terms(((Product) call.params()).productElement(0));
        if (arguments.contains(null)) {
            return null;
        }
        if (call.function().equals("list contains") && arguments.size() == 2) {
            return names ->
                    contains(arguments.get(0).value(names), arguments.get(1).value(names));
        }
        if (arguments.size() != 1) {
            return null;
        }
        var argument = arguments.get(0);
        return switch (call.function()) {
            case "not" -> new Negation(argument);
            case "count" -> names -> count(argument.value(names));
            case "sum" -> names -> sum(argument.value(names));
            default -> null;
        };
    }

    /** {@code not()} of the argument. */
    record Negation(ScreenTerm argument) implements ScreenTerm {
        @Override
        public Object value(ScreenFeel.Names names) {
            return argument.value(names) instanceof Boolean value ? (Object) !value : null;
        }
    }

    private static Object contains(Object list, Object item) {
        if (list == null) {
            return null;
        }
        var items = list instanceof List<?> several ? several : List.of(list);
        return items.stream().anyMatch(one -> Objects.equals(plain(one), item));
    }

    private static Object count(Object list) {
        return list == null ? null : (Object) (list instanceof List<?> items ? (double) items.size() : 1.0);
    }

    private static Object sum(Object list) {
        if (!(list instanceof List<?> items)) {
            return list instanceof Double ? list : null;
        }
        Double sum = null;
        for (var item : items) {
            if (!(plain(item) instanceof Double number)) {
                return null;
            }
            sum = sum == null ? number : (Double) (sum + number);
        }
        return sum;
    }

    private static Object and(Object left, Object right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right) ? true : null;
    }

    private static Object or(Object left, Object right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return Boolean.FALSE.equals(left) && Boolean.FALSE.equals(right) ? false : null;
    }

    /** Null if the two are of different types, but false if one of them is null. */
    private static Object equal(Object one, Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        var left = single(one);
        var right = single(other);
        if (left == null && right == null) {
            return true;
        }
        if (left == null || right == null || !type(left).equals(type(right))) {
            return null;
        }
        if (left instanceof List<?> items && right instanceof List<?> others) {
            var same = items.size() == others.size();
            for (int i = 0; same && i < items.size(); i++) {
                same = Boolean.TRUE.equals(equal(plain(items.get(i)), plain(others.get(i))));
            }
            return same;
        }
        return left instanceof Double number ? (Object) (number.doubleValue() == (Double) right) : left.equals(right);
    }

    private static Object single(Object value) {
        if (value instanceof List<?> list && list.size() < 2) {
            return list.isEmpty() ? null : plain(list.get(0));
        }
        return value;
    }

    private static String type(Object value) {
        return value instanceof List
                ? "list"
                : value instanceof Map ? "map" : value.getClass().getName();
    }

    /** Compares as JavaScript does with a number; any other order is feelin's error. */
    private static Object ordered(Object left, Object right, Function<Integer, Boolean> holds) {
        if (right == null) {
            return null;
        }
        if (!(right instanceof Double limit)) {
            throw Failed.ORDER;
        }
        if (left == null) {
            return null;
        }
        var number = number(left);
        return !Double.isNaN(number) && holds.apply(Double.compare(number + 0.0, limit + 0.0));
    }

    private static double number(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        if (value instanceof List<?> list && list.size() < 2) {
            return list.isEmpty() ? 0 : number(plain(list.get(0)) == null ? "" : plain(list.get(0)));
        }
        var text = value instanceof String string ? JsText.trim(string) : "x";
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?") ? Double.parseDouble(text) : Double.NaN;
    }

    private static Object plus(Object left, Object right) {
        return left instanceof String one && right instanceof String other
                ? one + other
                : computed(left, right, Double::sum);
    }

    private static Object computed(Object left, Object right, DoubleBinaryOperator operation) {
        return left instanceof Double one && right instanceof Double other
                ? (Object) operation.applyAsDouble(one, other)
                : null;
    }
}
