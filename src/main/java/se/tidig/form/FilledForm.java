package se.tidig.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A form with what a person sent: its fields row by row, which of them are hidden or locked, and their answers. */
final class FilledForm {

    private static final int MOST_ROWS = 1_000;
    private static final Pattern MARKS = Pattern.compile("[\\s:*]+$");

    private final FormMessages messages;
    private final FormScope root;
    private final Map<FormScope, List<FormField>> fields = new LinkedHashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<List<FormComponent>, Set<String>> keys = new IdentityHashMap<>();
    private final Settling settling;

    FilledForm(FormSchema form, Map<String, Object> posted, Map<String, Object> shown, FormMessages messages) {
        this.messages = messages;
        root = new FormScope(null, "", null, List.of(), posted, shown, form.components());
        unknown(posted, root, "");
        open(form.components(), root, null);
        settling = new Settling(all(), root);
    }

    private List<FormField> all() {
        return fields.values().stream().flatMap(List::stream).toList();
    }

    Set<String> unknownKeys() {
        return unknown;
    }

    private void unknown(Map<String, Object> posted, FormScope scope, String path) {
        var keys = keys(scope.components());
        posted.forEach((name, value) -> {
            var key = path.isEmpty() ? name : path + "." + name;
            var inner = keys.contains(key + ".");
            if (name.contains(".")) {
                unknown.add(scope.prefix() + key);
            } else if (inner && value instanceof Map<?, ?> map) {
                unknown(copy(map), scope, key);
            } else if (!keys.contains(key) && !(inner && value == null)) {
                unknown.add(scope.prefix() + key);
            }
        });
    }

    /** The keys of the fields, and what their keys begin with, the dot included. */
    private Set<String> keys(List<FormComponent> components) {
        return keys.computeIfAbsent(components, scope -> {
            var found = new HashSet<String>();
            FormValidator.leaves(scope).map(FormComponent::key).forEach(key -> {
                found.add(key);
                for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
                    found.add(key.substring(0, dot + 1));
                }
            });
            return found;
        });
    }

    private void open(List<FormComponent> components, FormScope scope, FormField container) {
        for (var component : components) {
            var field = new FormField(component, scope, container);
            fields.computeIfAbsent(scope, first -> new ArrayList<>()).add(field);
            if (field.isList() && component.key() != null) {
                rows(field);
            } else if (component.type().keyed() && component.key() != null) {
                read(field);
            }
            if (component.type() == ComponentType.GROUP) {
                open(component.children(), scope, field);
            }
        }
    }

    private void read(FormField field) {
        try {
            field.posted = AnswerReader.read(field.component, Nested.get(field.scope.posted(), field.component.key()));
        } catch (AnswerReader.Unreadable e) {
            field.unreadable = label -> {
                var values = new ArrayList<Object>(List.of(label));
                values.addAll(List.of(e.values));
                return messages.get(e.getMessage(), values.toArray());
            };
        }
    }

    private void rows(FormField field) {
        var list = field.component;
        var stored = Nested.get(field.scope.stored(), list.key()) instanceof List<?> rows ? rows : List.of();
        var value = Nested.get(field.scope.posted(), list.key());
        if (value != null && !(value instanceof List<?>)) {
            field.unreadable = said("rows");
        }
        var posted = value instanceof List<?> rows ? rows : List.of();
        var count = posted.size();
        if (list.fixedRows()) {
            var fixed = InitialValue.storedRows(list, field.scope.stored()).size();
            if (posted.size() > fixed) {
                field.unreadable = label -> messages.get("rows.fixed", label, fixed);
            }
            count = fixed;
        }
        var most = Math.min(number(list.properties().get("maxRows"), MOST_ROWS), MOST_ROWS);
        if (count > most) {
            field.unreadable = label -> messages.get("rows.max", label, most);
            count = 0;
        }
        field.rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var row = i < posted.size() ? posted.get(i) : null;
            if (row != null && !(row instanceof Map<?, ?>)) {
                field.unreadable = said("rows");
                row = null;
            }
            var numbers = new ArrayList<>(field.scope.numbers());
            numbers.add(i + 1);
            var scope = new FormScope(
                    field.scope,
                    field.scope.prefix() + list.key() + "[" + i + "].",
                    list.properties().get("rowLabel"),
                    numbers,
                    copy((Map<?, ?>) row),
                    i < stored.size() && stored.get(i) instanceof Map<?, ?> map ? copy(map) : Map.of(),
                    list.children());
            field.rows.add(scope);
            unknown(scope.posted(), scope, "");
            open(list.children(), scope, field);
        }
    }

    private UnaryOperator<String> said(String message) {
        return label -> messages.get(message, label);
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

    /** Decides what is hidden and locked, and with it what the answers are. */
    void settle() {
        settling.settle();
        for (var field : all()) {
            field.answer = field.isKeyed() ? answer(field) : null;
        }
    }

    private static Object answer(FormField field) {
        var component = field.component;
        if (component.type() == ComponentType.EXPRESSION) {
            return ScreenFeel.answer(field.current);
        }
        if (!field.locked) {
            return field.posted;
        }
        var stored = Nested.has(field.scope.stored(), component.key())
                ? Nested.get(field.scope.stored(), component.key())
                : component.attributes().get("defaultValue");
        try {
            return AnswerReader.read(component, stored);
        } catch (AnswerReader.Unreadable e) {
            return Plain.of(stored);
        }
    }

    FormScope root() {
        return root;
    }

    /** The fields that stand directly in the group or list; in one row of a list those of its scope. */
    List<FormField> in(FormScope scope, FormField container) {
        return fields.getOrDefault(scope, List.of()).stream()
                .filter(field -> field.container == container)
                .toList();
    }

    /** The visible questions and lists in a group at the top, those of rows too, that a person can answer. */
    List<FormField> asked(FormField group) {
        return all().stream()
                .filter(field -> field.component.key() != null
                        && field.component.type() != ComponentType.EXPRESSION
                        && !field.hidden
                        && !field.locked
                        && isIn(field, group))
                .toList();
    }

    private static boolean isIn(FormField field, FormField group) {
        var container = field.container;
        while (container != null && container != group) {
            container = container.container;
        }
        return container == group;
    }

    /** What expressions in the scope read. */
    ScreenFeel.Names names(FormScope scope) {
        return settling.names(scope);
    }

    /** The words of the alternatives by value. */
    Map<String, String> options(FormField field) {
        return AnswerRules.options(field.component, settling.initial(), settling.names(field.scope));
    }

    /** Messages by key for the fields that can be seen and written; everything wrong, not only the first. */
    Map<String, String> check(AnswerRules rules) {
        var wrong = new LinkedHashMap<String, String>();
        for (var field : all()) {
            if (field.hidden || field.locked || field.component.key() == null) {
                continue;
            }
            var label = label(field.component, field.scope);
            var found = field.unreadable != null ? List.of(field.unreadable.apply(label)) : broken(field, label, rules);
            if (!found.isEmpty()) {
                var text = String.join(" ", found);
                wrong.put(
                        field.scope.prefix() + field.component.key(),
                        field.scope.parent() == null ? text : inRow(field, text));
            }
        }
        return wrong;
    }

    private List<String> broken(FormField field, String label, AnswerRules rules) {
        var component = field.component;
        if (field.isList()) {
            var least = number(component.properties().get("minRows"), 0);
            return field.rows.size() >= least
                    ? List.of()
                    : List.of(messages.get(least == 1 ? "required.rows" : "rows.min", label, least));
        }
        return rules.check(field, label, settling, new AnswerRules.FieldsBeside() {
            @Override
            public String answer(String key) {
                return beside(field, key)
                        .filter(other -> !other.hidden && other.answer instanceof String)
                        .map(other -> (String) other.answer)
                        .orElse(null);
            }

            @Override
            public String label(String key) {
                return beside(field, key)
                        .map(other -> FilledForm.this.label(other.component, other.scope))
                        .orElse(key);
            }
        });
    }

    private Optional<FormField> beside(FormField field, String key) {
        var others = fields.get(field.scope);
        return others.stream()
                .filter(other -> field.component.beside(key).equals(other.component.key()))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> key.equals(other.component.key()))
                        .findFirst());
    }

    /** The message as it stands at the field itself, where everybody sees which row it is in. */
    String atField(FormField field, String message) {
        var row = field.scope.parent() == null ? "" : inRow(field, "");
        return message.startsWith(row) ? message.substring(row.length()) : message;
    }

    private String inRow(FormField field, String text) {
        var number = field.scope.numbers().get(field.scope.numbers().size() - 1);
        if (field.scope.rowName() != null) {
            return messages.get("row", field.scope.rowName(), number, text);
        }
        var list = field.container;
        while (!list.isList()) {
            list = list.container;
        }
        return messages.get("row.default", label(list.component, list.scope), number, text);
    }

    /** The label as the person reads it, without a colon or question mark at its end. */
    private String label(FormComponent component, FormScope scope) {
        var written = component.label() == null ? "" : component.label();
        var label = written.startsWith("=") || written.contains("{{")
                ? Template.of(written).render(settling.names(scope).all())
                : written;
        var text = MARKS.matcher(label).replaceFirst("");
        return text.isEmpty() ? component.key() : text;
    }

    /** The answers that can be seen, by key; a row's by its list. */
    Map<String, Object> answers() {
        return answers(root);
    }

    private Map<String, Object> answers(FormScope scope) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : fields.getOrDefault(scope, List.of())) {
            if (field.hidden || field.component.key() == null) {
                continue;
            }
            Object answer =
                    field.isList() ? rowsSeen(field).stream().map(this::answers).toList() : field.answer;
            if (answer != null && !(answer instanceof List<?> list && list.isEmpty())) {
                answers.put(field.component.key(), answer);
            }
        }
        return answers;
    }

    /** The rows down to the last of which something is seen: form-js knows nothing of those below it. */
    private List<FormScope> rowsSeen(FormField list) {
        var last = list.rows.size();
        while (last > 0
                && fields.getOrDefault(list.rows.get(last - 1), List.of()).stream()
                        .noneMatch(field -> field.isKeyed() && !field.hidden)) {
            last--;
        }
        return list.rows.subList(0, last);
    }
}
