package se.tidig.bundle.check.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/** Reads constants, names and keys from a parsed FEEL expression. */
public final class FeelTree {

    private FeelTree() {}

    public static List<Exp> compared(Exp cell) {
        var constants = new ArrayList<Exp>();
        collect(cell, constants);
        return constants;
    }

    /** The string, if the expression is one; else none. */
    public static Set<String> text(Exp expression) {
        return expression instanceof ConstString text ? Set.of(text.value()) : Set.of();
    }

    /** The strings that contexts within the expression have under the key. */
    public static Set<String> texts(Object node, String key) {
        var texts = new LinkedHashSet<String>();
        entries(node, key, texts);
        return texts;
    }

    /** The strings in the lists that contexts within the expression give under the key. */
    public static Set<String> listed(Object node, String key) {
        var texts = new LinkedHashSet<String>();
        within(node, part -> {
            if (part instanceof Tuple2<?, ?> entry && key.equals(entry._1()) && entry._2() instanceof ConstList list) {
                texts.addAll(allTexts(list));
            }
        });
        return texts;
    }

    /** Every string within the expression. */
    public static Set<String> allTexts(Object node) {
        var texts = new LinkedHashSet<String>();
        within(node, part -> {
            if (part instanceof ConstString text) {
                texts.add(text.value());
            }
        });
        return texts;
    }

    /** The names that the expression reads, with their paths, as in {@code circumstances.code}. */
    public static Set<String> names(Object node) {
        var names = new LinkedHashSet<String>();
        within(node, part -> {
            if (part instanceof Ref ref) {
                names.add(ref.names().mkString("."));
            }
        });
        return names;
    }

    private static void within(Object node, Consumer<Object> each) {
        each.accept(node);
        parts(node, part -> within(part, each));
    }

    /** The keys of each context within the expression. */
    public static List<Set<String>> contexts(Object node) {
        var contexts = new ArrayList<Set<String>>();
        contexts(node, contexts);
        return contexts;
    }

    private static void contexts(Object node, List<Set<String>> found) {
        if (node instanceof ConstContext context) {
            found.add(keys(context));
        }
        parts(node, part -> contexts(part, found));
    }

    public static Set<String> keys(ConstContext context) {
        var keys = new LinkedHashSet<String>();
        var entries = context.entries().iterator();
        while (entries.hasNext()) {
            keys.add((String) entries.next()._1());
        }
        return keys;
    }

    private static void entries(Object node, String key, Set<String> texts) {
        if (node instanceof Tuple2<?, ?> entry && key.equals(entry._1()) && entry._2() instanceof ConstString text) {
            texts.add(text.value());
        }
        parts(node, part -> entries(part, key, texts));
    }

    private static void parts(Object node, Consumer<Object> each) {
        if (node instanceof Iterable<?> items) {
            var iterator = items.iterator();
            while (iterator.hasNext()) {
                each.accept(iterator.next());
            }
        } else if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                each.accept(product.productElement(i));
            }
        }
    }

    private static void collect(Exp cell, List<Exp> constants) {
        if (cell instanceof InputEqualTo equal) {
            collect(equal.x(), constants);
        } else if (cell instanceof UnaryTestExpression test) {
            collect(test.exp(), constants);
        } else if (cell instanceof Not not) {
            collect(not.x(), constants);
        } else if (cell instanceof AtLeastOne any) {
            each(any.xs(), constants);
        } else if (cell instanceof ConstList list) {
            each(list.items(), constants);
        } else if (cell instanceof ConstString || cell instanceof ConstNumber || cell instanceof ConstBool) {
            constants.add(cell);
        }
    }

    private static void each(camundajar.impl.scala.collection.immutable.List<Exp> cells, List<Exp> constants) {
        var iterator = cells.iterator();
        while (iterator.hasNext()) {
            collect(iterator.next(), constants);
        }
    }
}
