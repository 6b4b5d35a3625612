package se.tidig.bundle.check.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.tidig.bundle.check.feel.FeelNameResolver;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.form.FormExpression;
import se.tidig.form.FormSchema;

/**
 * Checks that the fields of case content and of the form's own lists exist if a form reads them. A field that does not
 * exist leaves its place empty, or makes a condition false, in every case. The check of the process that uses the form
 * covers whether the content itself exists.
 */
final class ShownFieldCheck {

    private final FeelScope outside;

    /** @param content the names that Tidig provides */
    ShownFieldCheck(FormSchema form, FeelScope content) {
        var names = content;
        for (var name : form.reads()) {
            names = names.has(name) ? names : names.with(name, null);
        }
        var keys = form.inputKeys();
        for (var key : keys) {
            var root = key.split("\\.")[0];
            names = names.with(root, answer(root, keys, content));
        }
        this.outside = names;
    }

    /**
     * The fields of a list or a group: those that the form asks for and those that Tidig adds when it fills the form
     * in.
     */
    private static FeelScope answer(String root, Set<String> keys, FeelScope content) {
        var inner = new TreeSet<String>();
        for (var key : keys) {
            if (key.startsWith(root + ".")) {
                inner.add(key.substring(root.length() + 1));
            }
        }
        if (inner.isEmpty()) {
            return null;
        }
        var prefilled = content.has(root) ? content.keysOf(root) : null;
        return prefilled == null ? FeelScope.of(inner) : prefilled.with(FeelScope.of(inner));
    }

    /** What is wrong with the expression, in Swedish. */
    Set<String> faults(FormExpression expression) {
        var scope = outside;
        for (var list : expression.lists()) {
            var rows = keys(list, scope);
            if (rows == null) {
                return Set.of();
            }
            scope = rows.with("this", rows).with("parent", scope).with("i", FeelScope.EMPTY);
        }
        var faults = new LinkedHashSet<String>();
        for (var unknown : unknown(expression.text(), scope)) {
            // A name without fields belongs to the row or to the process; DataflowCheck reports whether it exists.
            if (unknown.name() != null && (!expression.lists().isEmpty() || unknown.isField())) {
                faults.add((expression.isColumn() ? "kolumnen \"" : "uttrycket \"") + expression.text() + "\" "
                        + unknown.cause());
            }
        }
        return faults;
    }

    private static FeelScope keys(String list, FeelScope scope) {
        return FormExpression.parsed(list)
                .map(parsed -> FeelNameResolver.keys(parsed, scope))
                .orElse(null);
    }

    private static List<FeelNameResolver.Unknown> unknown(String text, FeelScope scope) {
        return FormExpression.parsed(text)
                .map(parsed -> List.copyOf(FeelNameResolver.unknown(parsed, scope)))
                .orElse(List.of());
    }
}
