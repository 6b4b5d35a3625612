package se.tidig.form;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * How much a FEEL expression may ask for, judged from its text. FEEL has no limit of its own: {@code for i in
 * 1..100000000 return i} fills the memory of the whole node. Facts are taken for lists of a hundred; an evaluation with
 * larger ones is judged again by their size. What takes too long all the same, {@link FeelTime} ends.
 */
public final class FeelLimits {

    private static final int DEEPEST = 400;
    private static final double FACT = 100;
    private static final double LONGEST_RANGE = 10_000;
    private static final double MOST_ITEMS = 1_000_000;
    private static final double MOST_STEPS = 10_000_000;

    private static final Set<String> COMPARE_ALL = Set.of("distinct values", "duplicate values", "union");
    private static final Set<String> SEARCH = Set.of("matches", "replace", "split", "extract");
    private static final Pattern ENDLESS = Pattern.compile("(?<!\\\\)(?:[*+]|\\{\\d+,})");

    private double steps;
    private double largest;
    private String fault;

    private FeelLimits() {}

    /** Why the expression asks for too much, in Swedish; null if it does not. */
    public static String fault(Exp expression) {
        return fault(expression, Map.of());
    }

    /**
     * The same when the facts are known.
     *
     * @param facts how many items or letters each fact has, if it has more than a hundred
     */
    public static String fault(Exp expression, Map<String, Double> facts) {
        if (isTooDeep(expression)) {
            return "uttrycket är för djupt sammansatt för motorn";
        }
        var limits = new FeelLimits();
        limits.size(expression, facts, 1);
        if (limits.fault == null && (limits.steps > MOST_STEPS || limits.largest > MOST_ITEMS)) {
            return "uttrycket räknar fram för mycket på en gång och skulle stanna upp hela Tidig";
        }
        return limits.fault;
    }

    /** How many items or letters the value of a fact has; the largest list within a list counts. */
    public static double sizeOf(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        } else if (value instanceof Map<?, ?> context) {
            return sizeOf(context.values());
        } else if (value instanceof Collection<?> list) {
            return Math.max(
                    list.size(),
                    list.stream().mapToDouble(FeelLimits::sizeOf).max().orElse(0));
        }
        return 1;
    }

    /** Whether the value is larger than a fact is taken for. */
    public static boolean isLarge(double size) {
        return size > FACT;
    }

    /** Walked without recursion: an expression that overflows the engine's stack would overflow this one too. */
    private static boolean isTooDeep(Exp expression) {
        record Level(Object node, int depth) {}
        var open = new ArrayDeque<Level>();
        open.push(new Level(expression, 0));
        while (!open.isEmpty()) {
            var level = open.pop();
            if (level.depth() > DEEPEST) {
                return true;
            }
            parts(level.node()).forEach(part -> open.push(new Level(part, level.depth() + 1)));
        }
        return false;
    }

    /** How many items or letters the value has at most; what it takes to find it is added up. */
    private double size(Object node, Map<String, Double> names, double times) {
        steps += times;
        if (steps > MOST_STEPS) {
            return 1; // Enough is known.
        }
        var size = find(node, names, times);
        steps += times * Math.min(size, MOST_ITEMS);
        largest = Math.max(largest, size * Math.min(times, MOST_ITEMS));
        return size;
    }

    private double find(Object node, Map<String, Double> names, double times) {
        if (node instanceof ConstString text) {
            return Math.max(1, text.value().length());
        } else if (node instanceof Ref ref) {
            return names.getOrDefault(ref.names().head(), FACT);
        } else if (node instanceof IterationContext range) {
            return range(range, names, times);
        } else if (node instanceof For loop) {
            var inner = new HashMap<>(names);
            var rounds = iterators(loop.iterators(), inner, times);
            inner.put("partial", rounds);
            return rounds * Math.max(1, size(loop.exp(), inner, times * rounds));
        } else if (node instanceof SomeItem some) {
            return tested(some.iterators(), some.condition(), names, times);
        } else if (node instanceof EveryItem every) {
            return tested(every.iterators(), every.condition(), names, times);
        } else if (node instanceof Filter filter) {
            var items = size(filter.list(), names, times);
            size(filter.filter(), names, times * items);
            return items;
        } else if (node instanceof ConstContext context) {
            var inner = new HashMap<>(names);
            double all = 1;
            for (var entry : items(context.entries())) {
                var pair = (Tuple2<?, ?>) entry;
                var size = size(pair._2(), inner, times);
                inner.put(String.valueOf(pair._1()), size);
                all += size;
            }
            return all;
        } else if (node instanceof FunctionDefinition function) {
            size(function.body(), names, times * FACT);
            return 1;
        } else if (node instanceof FunctionInvocation call) {
            return call(call, names, times);
        }
        double all = node instanceof ConstList ? 1 : 0;
        for (var part : parts(node)) {
            all += size(part, names, times);
        }
        return Math.max(1, all);
    }

    private double range(IterationContext range, Map<String, Double> names, double times) {
        var start = number(range.start());
        var end = number(range.end());
        if (start != null && end != null) {
            var span = Math.abs(end - start) + 1;
            if (span > LONGEST_RANGE) {
                fault = "räckan " + Math.round(start) + ".." + Math.round(end) + " är för lång: högst "
                        + Math.round(LONGEST_RANGE) + " tal";
                return 1;
            }
            return span;
        }
        for (var side : List.of(range.start(), range.end())) {
            if (number(side) == null && !isCount(side)) {
                fault = "det går inte att se hur lång räckan är: dess gränser är varken tal eller count(...)";
                return 1;
            }
            size(side, names, times);
        }
        return FACT;
    }

    private static Double number(Exp side) {
        return side instanceof ConstNumber number
                ? Double.valueOf(number.value().doubleValue())
                : null;
    }

    private static boolean isCount(Exp side) {
        return side instanceof FunctionInvocation call && call.function().equals("count");
    }

    private double tested(
            camundajar.impl.scala.collection.immutable.List<?> iterators,
            Exp condition,
            Map<String, Double> names,
            double times) {
        var inner = new HashMap<>(names);
        var rounds = iterators(iterators, inner, times);
        size(condition, inner, times * rounds);
        return 1;
    }

    /** Every list with every other: the engine makes all the pairs before it begins. */
    private double iterators(
            camundajar.impl.scala.collection.immutable.List<?> iterators, Map<String, Double> names, double times) {
        double rounds = 1;
        for (var entry : items(iterators)) {
            var pair = (Tuple2<?, ?>) entry;
            rounds *= size(pair._2(), names, times);
            names.put(String.valueOf(pair._1()), 1.0);
            largest = Math.max(largest, rounds);
        }
        return rounds;
    }

    private double call(FunctionInvocation call, Map<String, Double> names, double times) {
        var arguments = parts(call.params());
        var sizes = new ArrayList<Double>();
        arguments.forEach(argument -> sizes.add(size(argument, names, times)));
        var all = sizes.stream().mapToDouble(Double::doubleValue).sum();
        if (COMPARE_ALL.contains(call.function())) {
            steps += times * all * all;
        } else if (SEARCH.contains(call.function()) && arguments.size() > 1) {
            pattern(call.function(), arguments.get(1));
        }
        // Each place that is found may become the whole replacement, and each item gets the separator.
        return Set.of("replace", "string join").contains(call.function()) && sizes.size() > 1
                ? sizes.get(0) * Math.max(1, sizes.get(sizes.size() - 1))
                : Math.max(1, all);
    }

    /** A pattern that repeats a repetition takes as long as it likes, and nothing can interrupt it. */
    private void pattern(String function, Object pattern) {
        if (!(pattern instanceof ConstString text)) {
            fault = "mönstret i " + function + "(...) är ingen fast text";
        } else if (ENDLESS.matcher(text.value()).results().count() > 1) {
            fault = "mönstret \"" + text.value() + "\" har flera upprepningar (*, +) och kan ta orimligt lång tid";
        }
    }

    private static List<Object> parts(Object node) {
        var parts = new ArrayList<Object>();
        if (node instanceof PositionalFunctionParameters positional) {
            parts.addAll(items(positional.params()));
        } else if (node instanceof NamedFunctionParameters named) {
            parts.addAll(items(named.params().values()));
        } else if (node instanceof Product product) {
            for (var elements = product.productIterator(); elements.hasNext(); ) {
                add(elements.next(), parts);
            }
        }
        return parts;
    }

    private static void add(Object element, Collection<Object> parts) {
        if (element instanceof Iterable<?> list) {
            items(list).forEach(item -> add(item, parts));
        } else if (element instanceof Tuple2<?, ?> pair) {
            add(pair._2(), parts);
        } else if (element instanceof Product) {
            parts.add(element);
        }
    }

    private static List<Object> items(Iterable<?> iterable) {
        var items = new ArrayList<Object>();
        for (var iterator = iterable.iterator(); iterator.hasNext(); ) {
            items.add(iterator.next());
        }
        return items;
    }
}
