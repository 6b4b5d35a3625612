package se.tidig.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which fields of a filled form are hidden or locked, as form-js 1.8.7 does on the screen. A condition is
 * evaluated with all that the form holds; if it reads a field that is hidden by that, it is evaluated again with the value
 * that this field opened with. Nothing else is evaluated twice, unless something that it reads has changed.
 */
final class Settling {

    private final List<FormField> fields;
    private final FormScope form;

    /** The values that the form opened with. */
    private final Map<String, Object> initial;

    /** What form-js holds, by scope: of a row its own fields. */
    private final Map<FormScope, Map<String, Object>> held = new HashMap<>();

    /** What expressions read on the screen: what is held, without the hidden fields. */
    private Map<String, Object> seen;

    Settling(List<FormField> fields, FormScope form) {
        this.fields = fields;
        this.form = form;
        initial = new LinkedHashMap<>(form.stored());
        for (var field : fields) {
            if (field.isList() && field.component.key() != null && field.scope == form) {
                Nested.put(initial, field.component.key(), InitialValue.rows(field.component, form.stored()));
            } else if (field.isKeyed()) {
                field.initial = InitialValue.of(field.component, field.scope.stored(), form.stored());
                if (field.scope == form) {
                    Nested.put(initial, field.component.key(), field.initial);
                }
            }
        }
        seen = initial;
    }

    /** The values that the form opened with, those of its fields included. */
    Map<String, Object> initial() {
        return initial;
    }

    void settle() {
        lock();
        Set<String> changed = null;
        for (int round = 0; round <= fields.size() && (changed == null || !changed.isEmpty()); round++) {
            changed = pass(changed);
        }
        for (var field : fields) {
            var readonly = field.component.text("readonly");
            field.shut = Feel.isExpression(readonly) && ScreenFeel.holds(readonly, names(field.scope));
        }
    }

    private void lock() {
        held.put(form, initial);
        fields.forEach(field -> held.computeIfAbsent(field.scope, scope -> new LinkedHashMap<>(scope.stored())));
        var writable = new Writable(fields);
        for (var field : fields) {
            if (!field.isKeyed()) {
                continue;
            }
            var component = field.component;
            var readonly = component.text("readonly");
            field.locked = component.isLockedAlways()
                    || Feel.isExpression(readonly)
                            && !writable.isReadBy(readonly)
                            && ScreenFeel.holds(readonly, names(field.scope, seen));
            field.current = field.locked || !field.isSent() || component.type() == ComponentType.EXPRESSION
                    ? field.initial
                    : InitialValue.sent(component, Nested.get(field.scope.posted(), component.key()));
        }
    }

    /**
     * One round.
     *
     * @param changed the names whose values changed by the round before; null for the first
     * @return the names whose values changed by this one
     */
    private Set<String> pass(Set<String> changed) {
        var holding = hold();
        for (var field : fields) {
            var hide = field.component.hide();
            if (Feel.isExpression(hide) && (changed == null || ScreenFeel.reads(hide, changed))) {
                field.hidesAtFirst = ScreenFeel.holds(hide, names(field.scope, holding));
            }
            field.hiddenAtFirst = field.hidesAtFirst || field.container != null && field.container.hiddenAtFirst;
        }
        var replaced = replaced();
        seen = see();
        for (var field : fields) {
            var hide = field.component.hide();
            var hides = Feel.isExpression(hide) && ScreenFeel.reads(hide, replaced)
                    ? ScreenFeel.holds(hide, names(field.scope, seen))
                    : field.hidesAtFirst;
            field.hides = hides;
            field.hidden = hides || field.container != null && field.container.hidden;
        }
        return change();
    }

    /** Computes expressions. A visible field that was not sent counts as emptied. */
    private Set<String> change() {
        var changed = new HashSet<String>();
        for (var field : fields) {
            if (!field.isKeyed() || field.hidden || field.locked) {
                continue;
            }
            var value = field.component.type() == ComponentType.EXPRESSION
                    ? expression(field)
                    : field.isSent() ? field.current : InitialValue.empty(field.component);
            if (!Objects.equals(value, field.current)) {
                field.current = value;
                mark(field, changed);
            }
        }
        return changed;
    }

    /** What is no FEEL expression is plain text. */
    private Object expression(FormField field) {
        var expression = field.component.text("expression");
        return Feel.isExpression(expression) ? ScreenFeel.evaluate(expression, names(field.scope)) : expression;
    }

    /** The names under which conditions read something else on the screen than at first. */
    private Set<String> replaced() {
        var replaced = new HashSet<String>();
        for (var field : fields) {
            if (field.hiddenAtFirst && field.component.key() != null) {
                mark(field, replaced);
            }
        }
        return replaced;
    }

    private static void mark(FormField field, Set<String> names) {
        var scope = field.scope.prefix() + field.component.key();
        names.add(scope.split("[.\\[]", 2)[0]);
        names.addAll(Set.of("this", "parent", "_this_", "_parent_"));
    }

    /** Everything that the form holds, hidden or not. */
    private Map<String, Object> hold() {
        for (var scope : List.copyOf(held.keySet())) {
            held.put(scope, new LinkedHashMap<>(scope.stored()));
        }
        for (var field : fields) {
            if (field.isKeyed()) {
                Nested.put(held.get(field.scope), field.component.key(), field.current);
            }
        }
        for (var field : fields) {
            if (field.isList() && field.component.key() != null) {
                Nested.put(
                        held.get(field.scope),
                        field.component.key(),
                        field.rows.stream().map(this::row).toList());
            }
        }
        return held.get(form);
    }

    private Map<String, Object> row(FormScope scope) {
        return held.getOrDefault(scope, scope.stored());
    }

    /** The same without hidden fields; instead of one at the top stands what the form opened with. */
    private Map<String, Object> see() {
        var visible = new HashMap<FormScope, Map<String, Object>>();
        held.forEach((scope, values) -> visible.put(scope, new LinkedHashMap<>(values)));
        for (var field : fields) {
            if (field.hiddenAtFirst && field.component.key() != null) {
                Nested.remove(visible.get(field.scope), field.component.key());
            }
        }
        for (var field : fields) {
            if (field.isList() && field.component.key() != null && !field.hiddenAtFirst) {
                var rows = new ArrayList<Map<String, Object>>();
                field.rows.forEach(row -> rows.add(emptied(row, visible.getOrDefault(row, row.stored()))));
                if (!rows.isEmpty() && rows.stream().allMatch(Objects::isNull)) {
                    Nested.remove(visible.get(field.scope), field.component.key());
                } else {
                    Nested.put(visible.get(field.scope), field.component.key(), rows);
                }
            }
        }
        var seen = new LinkedHashMap<>(initial);
        seen.putAll(visible.get(form));
        return seen;
    }

    /** Null if hiding has left nothing of the row. */
    private Map<String, Object> emptied(FormScope row, Map<String, Object> visible) {
        return visible.isEmpty() && !row(row).isEmpty() ? null : visible;
    }

    /** What the scope's expressions read on the screen. */
    ScreenFeel.Names names(FormScope scope) {
        return names(scope, seen);
    }

    private ScreenFeel.Names names(FormScope scope, Map<String, Object> data) {
        var own = scope == form ? data : row(scope);
        var parent = scope.parent() == null ? null : scope.parent() == form ? data : row(scope.parent());
        return new ScreenFeel.Names() {
            @Override
            public Object value(String name) {
                return switch (name) {
                    case "_this_", "this" -> own;
                    case "_parent_", "parent" -> parent;
                    case "_i_", "i" -> scope.numbers();
                    default -> data.get(name);
                };
            }

            @Override
            public Map<String, Object> all() {
                var all = new LinkedHashMap<>(data);
                for (var mark : List.of("", "_")) {
                    all.put(mark + "this" + mark, own);
                    all.put(mark + "parent" + mark, parent);
                    all.put(mark + "i" + mark, scope.numbers());
                }
                return all;
            }
        };
    }
}
