package se.tidig.bundle.check.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.valuemapper.ValueMapper;
import se.tidig.bundle.check.finding.Suggestion;

/**
 * Finds the names and functions in a FEEL expression that do not exist. The engine evaluates an unknown name to null
 * without an error, so the rule would silently never match.
 */
public final class FeelNameResolver {

    private static final BuiltinFunctions FUNCTIONS =
            new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, ValueMapper.defaultValueMapper());

    /** An unknown name, or another fault of the expression; then the name is null. */
    public record Unknown(String name, String cause) {

        /** Whether the name is a field of a known value. */
        public boolean isField() {
            return cause.startsWith(FIELD);
        }
    }

    private static final String FIELD = "läser \".";

    private final Set<Unknown> unknown = new LinkedHashSet<>();

    private FeelNameResolver() {}

    public static Set<Unknown> unknown(FeelExpression expression, FeelScope scope) {
        return unknown(expression.root(), scope);
    }

    public static Set<Unknown> unknown(Exp expression, FeelScope scope) {
        var names = new FeelNameResolver();
        names.walk(expression, scope);
        return names.unknown;
    }

    /** The keys of the value that the expression gives; null if they are not known. */
    public static FeelScope keys(Exp expression, FeelScope scope) {
        return new FeelNameResolver().walk(expression, scope);
    }

    /** Visits the node and returns the keys of the value that it gives; null if they are not known. */
    private FeelScope walk(Object node, FeelScope scope) {
        if (node instanceof Ref ref) {
            return reference(strings(ref.names()), scope);
        } else if (node instanceof PathExpression path) {
            return key(walk(path.path(), scope), path.key());
        } else if (node instanceof For loop) {
            walk(loop.exp(), iterators(loop.iterators(), scope).with("partial", null));
            return null;
        } else if (node instanceof SomeItem some) {
            walk(some.condition(), iterators(some.iterators(), scope));
            return null;
        } else if (node instanceof EveryItem every) {
            walk(every.condition(), iterators(every.iterators(), scope));
            return null;
        } else if (node instanceof Filter filter) {
            return filter(filter, scope);
        } else if (node instanceof ConstContext context) {
            return context(context, scope);
        } else if (node instanceof FunctionDefinition function) {
            var inner = scope;
            for (var parameter : strings(function.parameters())) {
                inner = inner.with(parameter, null);
            }
            walk(function.body(), inner);
            return null;
        } else if (node instanceof FunctionInvocation call) {
            return call(call, scope);
        } else if (node instanceof JavaFunctionInvocation) {
            unknown.add(new Unknown(null, "anropar Java, vilket inte är tillåtet"));
            return null;
        }
        children(node, scope);
        return null;
    }

    private void children(Object node, FeelScope scope) {
        if (node instanceof Product product && !(node instanceof camundajar.impl.scala.collection.immutable.List<?>)) {
            for (int i = 0; i < product.productArity(); i++) {
                walk(product.productElement(i), scope);
            }
        } else if (node instanceof camundajar.impl.scala.collection.Iterable<?> items) {
            var iterator = items.iterator();
            while (iterator.hasNext()) {
                walk(iterator.next(), scope);
            }
        }
    }

    private FeelScope reference(List<String> names, FeelScope scope) {
        var first = names.get(0);
        if (!scope.has(first)) {
            unknown.add(new Unknown(
                    first,
                    "läser \"" + first + "\", som inte finns"
                            + Suggestion.of(first, scope.names().keySet())));
            return null;
        }
        var keys = scope.keysOf(first);
        for (var name : names.subList(1, names.size())) {
            keys = key(keys, name);
        }
        return keys;
    }

    private FeelScope key(FeelScope keys, String key) {
        if (keys == null) {
            return null;
        }
        if (!keys.has(key)) {
            unknown.add(new Unknown(
                    key,
                    FIELD + key + "\", som inte finns"
                            + Suggestion.of(key, keys.names().keySet())));
            return null;
        }
        return keys.keysOf(key);
    }

    private FeelScope iterators(camundajar.impl.scala.collection.immutable.List<?> iterators, FeelScope scope) {
        var inner = scope;
        for (var entry : items(iterators)) {
            var pair = (Tuple2<?, ?>) entry;
            var keys = walk(pair._2(), inner);
            inner = inner.with((String) pair._1(), keys);
        }
        return inner;
    }

    private FeelScope filter(Filter filter, FeelScope scope) {
        var keys = walk(filter.list(), scope);
        if (keys == null) {
            // Any name in the filter may be a key of the items, so only functions can be checked in it.
            var before = new LinkedHashSet<>(unknown);
            walk(filter.filter(), scope.with("item", null));
            unknown.removeIf(found -> found.name() != null && !before.contains(found));
        } else {
            walk(filter.filter(), scope.with(keys).with("item", keys));
        }
        return keys;
    }

    private FeelScope context(ConstContext context, FeelScope scope) {
        var inner = scope;
        var entries = FeelScope.EMPTY;
        for (var entry : items(context.entries())) {
            var pair = (Tuple2<?, ?>) entry;
            var keys = walk(pair._2(), inner);
            inner = inner.with((String) pair._1(), keys);
            entries = entries.with((String) pair._1(), keys);
        }
        return entries;
    }

    private FeelScope call(FunctionInvocation call, FeelScope scope) {
        var overloads = new ArrayList<List<String>>();
        for (var function : items(FUNCTIONS.getFunctions(call.function()))) {
            overloads.add(strings(((org.camunda.feel.syntaxtree.ValFunction) function).params()));
        }
        var variadic = false;
        for (var function : items(FUNCTIONS.getFunctions(call.function()))) {
            variadic |= ((org.camunda.feel.syntaxtree.ValFunction) function).hasVarArgs();
        }
        if (overloads.isEmpty() && !scope.has(call.function())) {
            unknown.add(new Unknown(
                    null,
                    "anropar funktionen \"" + call.function() + "\", som inte finns"
                            + Suggestion.of(call.function(), functionNames())));
        } else if (!overloads.isEmpty() && !variadic && !fits(call.params(), overloads)) {
            unknown.add(new Unknown(
                    null, "anropar funktionen \"" + call.function() + "\" med fel antal eller fel namn på argumenten"));
        }
        var first = arguments(call.params()).stream()
                .map(argument -> walk(argument, scope))
                .toList();
        // These functions return an item, a list or a part of one, so the result has the keys of the first argument.
        return Set.of(
                                        "get or else",
                                        "concatenate",
                                        "append",
                                        "sublist",
                                        "distinct values",
                                        "reverse",
                                        "sort",
                                        "remove",
                                        "flatten",
                                        "union")
                                .contains(call.function())
                        && !first.isEmpty()
                ? first.get(0)
                : null;
    }

    private static boolean fits(FunctionParameters parameters, List<List<String>> overloads) {
        if (parameters instanceof NamedFunctionParameters named) {
            var names = new LinkedHashSet<String>();
            var keys = named.params().keys().iterator();
            while (keys.hasNext()) {
                names.add(keys.next());
            }
            return overloads.stream()
                    .anyMatch(overload -> overload.containsAll(names) && overload.size() == names.size());
        }
        var count = arguments(parameters).size();
        return overloads.stream().anyMatch(overload -> overload.size() == count);
    }

    private static List<Object> arguments(FunctionParameters parameters) {
        var arguments = new ArrayList<>();
        if (parameters instanceof PositionalFunctionParameters positional) {
            arguments.addAll(items(positional.params()));
        } else if (parameters instanceof NamedFunctionParameters named) {
            var values = named.params().values().iterator();
            while (values.hasNext()) {
                arguments.add(values.next());
            }
        }
        return arguments;
    }

    private static Set<String> functionNames() {
        var names = new LinkedHashSet<String>();
        var iterator = FUNCTIONS.functionNames().iterator();
        while (iterator.hasNext()) {
            names.add(iterator.next());
        }
        return names;
    }

    private static List<String> strings(camundajar.impl.scala.collection.immutable.List<String> list) {
        var strings = new ArrayList<String>();
        items(list).forEach(item -> strings.add((String) item));
        return strings;
    }

    private static List<Object> items(camundajar.impl.scala.collection.immutable.List<?> list) {
        var items = new ArrayList<>();
        var iterator = list.iterator();
        while (iterator.hasNext()) {
            items.add(iterator.next());
        }
        return items;
    }
}
