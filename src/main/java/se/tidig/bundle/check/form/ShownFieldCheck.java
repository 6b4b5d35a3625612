package se.tidig.bundle.check.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.tidig.bundle.check.feel.FeelNameCheck;
import se.tidig.bundle.check.feel.FeelScope;
import se.tidig.form.FormExpression;
import se.tidig.form.FormSchema;

/**
 * The fields of case content, and of the form's own lists, that a form reads: where one does not exist the place stays
 * empty, or a condition never holds, in every case. Whether the content itself is there is asked where the form is
 * used.
 */
final class ShownFieldCheck {

    private final FeelScope outside;

    /** @param content the names that Tidig gives */
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

    /** A list or a group has the fields that are asked for, and those that Tidig fills in beside them. */
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
            // A name that has no fields is the row's or the process's; which of these there are is asked elsewhere.
            if (unknown.name() != null && (!expression.lists().isEmpty() || unknown.isField())) {
                faults.add((expression.isColumn() ? "kolumnen \"" : "uttrycket \"") + expression.text() + "\" "
                        + unknown.cause());
            }
        }
        return faults;
    }

    private static FeelScope keys(String list, FeelScope scope) {
        return FormExpression.parsed(list)
                .map(parsed -> FeelNameCheck.keys(parsed, scope))
                .orElse(null);
    }

    private static List<FeelNameCheck.Unknown> unknown(String text, FeelScope scope) {
        return FormExpression.parsed(text)
                .map(parsed -> List.copyOf(FeelNameCheck.unknown(parsed, scope)))
                .orElse(List.of());
    }
}
