package se.tidig.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A form with what a person sent: its fields row by row, which of them are hidden or locked, and their answers. */
final class FilledForm {

    private static final int MOST_ROWS = 1_000;

    private final FormMessages messages;
    private final Map<String, Object> shown;
    private final Scope root;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    /** The form as a whole, or one row of a list. */
    private static final class Scope {
        final Scope parent;
        final String prefix;
        final String rowName;
        final List<Integer> numbers;
        final Map<String, Object> posted;
        final Map<String, Object> stored;
        final List<FormComponent> components;
        Map<String, Object> data = new LinkedHashMap<>();

        Scope(
                Scope parent,
                String prefix,
                String rowName,
                List<Integer> numbers,
                Map<String, Object> posted,
                Map<String, Object> stored,
                List<FormComponent> components) {
            this.parent = parent;
            this.prefix = prefix;
            this.rowName = rowName;
            this.numbers = numbers;
            this.posted = posted;
            this.stored = stored;
            this.components = components;
        }
    }

    /** One component in one scope. */
    private static final class Node {
        final FormComponent component;
        final Scope scope;
        final Node container;
        List<Scope> rows = List.of();
        Object posted;
        String unreadable;
        boolean hidden;
        boolean locked;
        Object answer;

        Node(FormComponent component, Scope scope, Node container) {
            this.component = component;
            this.scope = scope;
            this.container = container;
        }
    }

    FilledForm(FormSchema form, Map<String, Object> posted, Map<String, Object> shown, FormMessages messages) {
        this.messages = messages;
        this.shown = shown;
        root = new Scope(null, "", null, List.of(), posted, shown, form.components());
        unknown(posted, root, "");
        open(form.components(), root, null);
    }

    Set<String> unknownKeys() {
        return unknown;
    }

    private void unknown(Map<String, Object> posted, Scope scope, String path) {
        var keys =
                FormValidator.leaves(scope.components).map(FormComponent::key).collect(Collectors.toSet());
        posted.forEach((name, value) -> {
            var key = path.isEmpty() ? name : path + "." + name;
            var inner = keys.stream().anyMatch(known -> known.startsWith(key + "."));
            if (name.contains(".")) {
                unknown.add(scope.prefix + key);
            } else if (inner && value instanceof Map<?, ?> map) {
                unknown(copy(map), scope, key);
            } else if (!keys.contains(key) && !(inner && value == null)) {
                unknown.add(scope.prefix + key);
            }
        });
    }

    private void open(List<FormComponent> components, Scope scope, Node container) {
        for (var component : components) {
            var node = new Node(component, scope, container);
            nodes.add(node);
            if (component.type() == ComponentType.DYNAMICLIST && component.key() != null) {
                rows(node);
            } else if (component.type().keyed() && component.key() != null) {
                read(node);
            }
            if (component.type() == ComponentType.GROUP) {
                open(component.children(), scope, node);
            }
        }
    }

    private void read(Node node) {
        try {
            node.posted = AnswerReader.read(node.component, Nested.get(node.scope.posted, node.component.key()));
        } catch (AnswerReader.Unreadable e) {
            var values = new ArrayList<Object>(List.of(label(node.component, node.scope)));
            values.addAll(List.of(e.values));
            node.unreadable = messages.get(e.getMessage(), values.toArray());
        }
    }

    private void rows(Node node) {
        var list = node.component;
        var stored = Nested.get(node.scope.stored, list.key()) instanceof List<?> rows ? rows : List.of();
        var value = Nested.get(node.scope.posted, list.key());
        if (value != null && !(value instanceof List<?>)) {
            node.unreadable = messages.get("rows", label(list, node.scope));
        }
        var posted = value instanceof List<?> rows ? rows : List.of();
        var count = posted.size();
        if (list.fixedRows()) {
            var fixed =
                    !stored.isEmpty() ? stored.size() : number(list.attributes().get("defaultRepetitions"), 0);
            if (posted.size() > fixed) {
                node.unreadable = messages.get("rows.fixed", label(list, node.scope), fixed);
            }
            count = fixed;
        }
        var most = Math.min(number(list.properties().get("maxRows"), MOST_ROWS), MOST_ROWS);
        if (count > most) {
            node.unreadable = messages.get("rows.max", label(list, node.scope), most);
            count = 0;
        }
        node.rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var row = i < posted.size() ? posted.get(i) : null;
            if (row != null && !(row instanceof Map<?, ?>)) {
                node.unreadable = messages.get("rows", label(list, node.scope));
                row = null;
            }
            var numbers = new ArrayList<>(node.scope.numbers);
            numbers.add(i + 1);
            var scope = new Scope(
                    node.scope,
                    node.scope.prefix + list.key() + "[" + i + "].",
                    list.properties().get("rowLabel"),
                    numbers,
                    copy((Map<?, ?>) row),
                    i < stored.size() && stored.get(i) instanceof Map<?, ?> map ? copy(map) : Map.of(),
                    list.children());
            node.rows.add(scope);
            unknown(scope.posted, scope, "");
            open(list.children(), scope, node);
        }
    }

    private static int number(Object value, int otherwise) {
        return value != null && value.toString().matches("\\d{1,6}") ? Integer.parseInt(value.toString()) : otherwise;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        if (map != null) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    /** Decides what is hidden and locked, as on the screen: until the one no longer changes the other. */
    void settle() {
        for (int round = 0; round <= nodes.size(); round++) {
            fill();
            var changed = false;
            for (var node : nodes) {
                var context = context(node.scope);
                var component = node.component;
                var hidden = node.container != null && node.container.hidden
                        || component.hide() != null
                                && Feel.isExpression(component.hide())
                                && Feel.isTrue(component.hide(), context);
                var readonly = component.text("readonly");
                var locked = node.container != null && node.container.locked
                        || component.disabled()
                        || "true".equals(readonly)
                        || Feel.isExpression(readonly) && Feel.isTrue(readonly, context);
                var answer = answer(node, locked, context);
                changed |= hidden != node.hidden || locked != node.locked || !Objects.equals(answer, node.answer);
                node.hidden = hidden;
                node.locked = locked;
                node.answer = answer;
            }
            if (!changed) {
                break;
            }
        }
        fill();
    }

    private static Object answer(Node node, boolean locked, Map<String, Object> context) {
        var component = node.component;
        if (component.type() == ComponentType.EXPRESSION && component.text("expression") != null) {
            return Plain.of(Feel.evaluate(component.text("expression"), context));
        }
        if (!locked || component.key() == null) {
            return node.posted;
        }
        var stored = Nested.get(node.scope.stored, component.key());
        try {
            return AnswerReader.read(component, stored);
        } catch (AnswerReader.Unreadable e) {
            return Plain.of(stored);
        }
    }

    /** Writes what is answered and not hidden into the scopes' data; what the form only shows stands beside it. */
    private void fill() {
        root.data = new LinkedHashMap<>(shown);
        for (var node : nodes) {
            if (node.scope == root && node.component.key() != null) {
                Nested.put(root.data, node.component.key(), null);
            }
            node.rows.forEach(row -> row.data = new LinkedHashMap<>());
        }
        for (var node : nodes) {
            if (node.component.key() == null || node.hidden) {
                continue;
            }
            if (node.component.type() == ComponentType.DYNAMICLIST) {
                Nested.put(
                        node.scope.data,
                        node.component.key(),
                        node.rows.stream().map(row -> row.data).toList());
            } else {
                Nested.put(node.scope.data, node.component.key(), node.answer);
            }
        }
    }

    private Map<String, Object> context(Scope scope) {
        var context = new LinkedHashMap<>(root.data);
        var parent = scope.parent == null ? null : scope.parent.data;
        Map<String, Object> own = scope == root ? root.data : scope.data;
        for (var mark : List.of("", "_")) {
            context.put(mark + "this" + mark, own);
            context.put(mark + "parent" + mark, parent);
            context.put(mark + "i" + mark, scope.numbers);
        }
        return context;
    }

    /** Messages by key for the fields that can be seen and written; everything wrong, not only the first. */
    Map<String, String> check(AnswerRules rules) {
        var wrong = new LinkedHashMap<String, String>();
        for (var node : nodes) {
            if (node.hidden || node.locked || node.component.key() == null) {
                continue;
            }
            var found = node.unreadable != null ? List.of(node.unreadable) : broken(node, rules);
            if (!found.isEmpty()) {
                var text = node.scope.parent == null ? String.join(" ", found) : inRow(node, String.join(" ", found));
                wrong.put(node.scope.prefix + node.component.key(), text);
            }
        }
        return wrong;
    }

    private List<String> broken(Node node, AnswerRules rules) {
        var component = node.component;
        var label = label(component, node.scope);
        if (component.type() == ComponentType.DYNAMICLIST) {
            var least = number(component.properties().get("minRows"), 0);
            return node.rows.size() >= least
                    ? List.of()
                    : List.of(messages.get(least == 1 ? "required.rows" : "rows.min", label, least));
        }
        return rules.check(component, label, node.answer, context(node.scope), new AnswerRules.FieldsBeside() {
            @Override
            public String answer(String key) {
                var near = Nested.get(node.scope.data, component.beside(key));
                var answer = near == null ? Nested.get(node.scope.data, key) : near;
                return answer instanceof String text ? text : null;
            }

            @Override
            public String label(String key) {
                return FormValidator.leaves(node.scope.components)
                        .filter(leaf ->
                                key.equals(leaf.key()) || component.beside(key).equals(leaf.key()))
                        .findFirst()
                        .map(leaf -> FilledForm.this.label(leaf, node.scope))
                        .orElse(key);
            }
        });
    }

    private String inRow(Node node, String text) {
        var number = node.scope.numbers.get(node.scope.numbers.size() - 1);
        if (node.scope.rowName != null) {
            return messages.get("row", node.scope.rowName, number, text);
        }
        var list = node.container;
        while (list.component.type() != ComponentType.DYNAMICLIST) {
            list = list.container;
        }
        return messages.get("row.default", label(list.component, list.scope), number, text);
    }

    /** The label as the person reads it, without a colon or question mark at its end. */
    private String label(FormComponent component, Scope scope) {
        var label =
                component.label() == null ? "" : Template.of(component.label()).render(context(scope));
        var text = label.replaceAll("[\\s:*]+$", "");
        return text.isEmpty() ? component.key() : text;
    }

    /** The answers that can be seen, by key; a row's by its list. */
    Map<String, Object> answers() {
        return answers(root);
    }

    private Map<String, Object> answers(Scope scope) {
        var answers = new LinkedHashMap<String, Object>();
        for (var node : nodes) {
            if (node.scope != scope || node.hidden || node.component.key() == null) {
                continue;
            }
            Object answer = node.component.type() == ComponentType.DYNAMICLIST
                    ? node.rows.stream().map(row -> answers(row)).toList()
                    : node.answer;
            if (answer != null && !(answer instanceof List<?> list && list.isEmpty())) {
                answers.put(node.component.key(), answer);
            }
        }
        return answers;
    }
}
