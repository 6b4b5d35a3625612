package se.tidig.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Forms of every component and rule, with stored data and what a person does in them, made from a seed. */
final class RandomForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "", "x", "y", "abc", "abcdef", " x ", "a-12", "12", "å ä ö", "\u00a0x\u00a0", "a b", "😀", "A1\u00a0B2");
    private static final List<Object> NUMBERS = List.of(0, 1, 2, 3, 5, 6, 10, -1, 0.1, 0.2, 0.3, 0.5, 1.25, 100);
    private static final List<String> CHOICES = List.of("A", "B", "C");
    private static final List<String> DAYS = List.of("2026-01-31", "2030-06-15", "2031-12-01", "2024-02-29");
    private static final List<String> TIMES = List.of("08:00", "10:30", "23:45", "00:15");
    private static final List<String> PATTERNS = List.of(
            "^[a-z]+$",
            "x",
            "^\\d+$",
            "a-\\d{2}",
            "^.{1,3}$",
            "^\\s*x\\s*$",
            "^(x|y)?$",
            "[^a-c]",
            "^\\S+$",
            "A1\\sB2");

    private final Random random;
    private int ids;
    private boolean isKeyboard;

    /**
     * A form, what it opens with, and what is done in it.
     *
     * @param edits each a field's id, its row in a list and the value; or {@code add} or {@code remove} of a row
     */
    record Pair(Map<String, Object> schema, Map<String, Object> data, List<Map<String, Object>> edits) {

        String json() {
            try {
                return JSON.writeValueAsString(Map.of("schema", schema, "data", data, "edits", edits));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        String form() {
            try {
                return JSON.writeValueAsString(schema);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A field that others may read. */
    private record Field(String path, String id, Map<String, Object> component, boolean isRow) {
        String type() {
            return (String) component.get("type");
        }
    }

    RandomForms(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A form whose fields are filled in by their own means. */
    Pair next() {
        ids = 0;
        var known = new ArrayList<Field>();
        var components = new ArrayList<Map<String, Object>>();
        var count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            components.add(component(known, "", 0, false));
        }
        if (chance(35)) {
            components.add(list(known));
        }
        if (chance(25)) {
            components.add(presentation(known));
        }
        if (chance(20)) {
            components.add(expression(known));
        }
        var schema = schema(components);
        return new Pair(schema, data(known, components), edits(known, components));
    }

    /** A form of these components, written with single quotes. */
    static Pair pair(String components, Map<String, Object> data, List<Map<String, Object>> edits) {
        try {
            var list = JSON.readValue(
                    "[" + components.replace('\'', '"') + "]", new TypeReference<List<Map<String, Object>>>() {});
            return new Pair(schema(list), data, edits);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> schema(List<Map<String, Object>> components) {
        return map(
                "id",
                "compared",
                "type",
                "default",
                "schemaVersion",
                16,
                "executionPlatform",
                "Camunda Platform",
                "executionPlatformVersion",
                "7.24.0",
                "components",
                components);
    }

    private Map<String, Object> component(List<Field> known, String path, int depth, boolean row) {
        if (depth < 2 && chance(row ? 8 : 15)) {
            var group = map("type", "group", "id", "g" + ++ids, "label", "Grupp");
            var inner = path;
            if (chance(50)) {
                group.put("path", "p" + ids);
                inner = path + "p" + ids + ".";
            }
            hide(group, known, row);
            var children = new ArrayList<Map<String, Object>>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                children.add(component(known, inner, depth + 1, row));
            }
            group.put("components", children);
            return group;
        }
        var type = one(List.of(
                "textfield",
                "textfield",
                "textarea",
                "number",
                "number",
                "checkbox",
                "checkbox",
                "radio",
                "select",
                "checklist",
                "taglist",
                "datetime"));
        var id = "f" + ++ids;
        var component = map("type", type, "id", id, "key", "k" + ids, "label", "Fråga " + ids);
        var rules = new LinkedHashMap<String, Object>();
        var all = known.stream().filter(field -> row || !field.isRow()).toList();
        if (chance(30)) {
            rules.put("required", true);
        }
        switch (type) {
            case "textfield", "textarea" -> text(component, rules, all);
            case "number" -> number(component, rules, all);
            case "radio", "select", "checklist", "taglist" -> options(component);
            case "datetime" -> datetime(component);
            default -> {}
        }
        if (!rules.isEmpty()) {
            component.put("validate", rules);
        }
        if (!isKeyboard) {
            hide(component, all, row);
            lock(component, all, row);
            if (chance(15)) {
                component.put("defaultValue", value(component));
            }
        }
        known.add(new Field((row ? "this." : "") + path + component.get("key"), id, component, row));
        return component;
    }

    private void text(Map<String, Object> component, Map<String, Object> rules, List<Field> known) {
        if (chance(25)) {
            rules.put("minLength", chance(30) ? limit(known) : 2);
        }
        if (chance(25)) {
            rules.put("maxLength", chance(30) ? limit(known) : 4);
        }
        if (chance(25)) {
            rules.put("pattern", one(PATTERNS));
        } else if (component.get("type").equals("textfield") && chance(10)) {
            rules.put("validationType", one(List.of("email", "phone")));
        }
    }

    private void number(Map<String, Object> component, Map<String, Object> rules, List<Field> known) {
        if (chance(30)) {
            rules.put("min", chance(50) ? limit(known) : 1);
        }
        if (chance(30)) {
            rules.put("max", chance(50) ? limit(known) : 5);
        }
        if (chance(25)) {
            component.put("decimalDigits", random.nextInt(3));
        }
        if (chance(20)) {
            component.put("increment", one(List.of("0.1", "0.5", "2", "1")));
        }
        if (chance(15)) {
            component.put("serializeToString", true);
        }
    }

    private Object limit(List<Field> known) {
        var numbers = known.stream().filter(field -> isNumber(field)).toList();
        if (numbers.isEmpty()) {
            return "=ceiling";
        }
        var name = one(numbers).path();
        return one(List.of("=" + name, "=" + name + " + " + one(numbers).path(), "=ceiling", "=" + name + " * 2 - 1"));
    }

    private static boolean isNumber(Field field) {
        return field.type().equals("number") && field.component().get("serializeToString") == null;
    }

    private void options(Map<String, Object> component) {
        switch (random.nextInt(4)) {
            case 0 -> component.put("valuesKey", "offered");
            case 1 -> component.put("valuesExpression", "=offered");
            default ->
                component.put(
                        "values",
                        CHOICES.stream()
                                .map(choice -> map("label", "Val " + choice, "value", choice))
                                .toList());
        }
    }

    private void datetime(Map<String, Object> component) {
        var subtype = one(List.of("date", "time", "datetime"));
        component.put("subtype", subtype);
        component.put("dateLabel", "Dag");
        if (!subtype.equals("date")) {
            component.put("timeLabel", "Tid");
            component.put("use24h", true);
            component.put("timeInterval", one(List.of(1, 5, 15, 15, 60)));
            component.put("timeSerializingFormat", one(List.of("utc_normalized", "utc_offset", "no_timezone")));
        }
    }

    private void hide(Map<String, Object> component, List<Field> known, boolean row) {
        if (!known.isEmpty() && chance(40)) {
            component.put("conditional", map("hide", "=" + condition(known, row, 0)));
        }
    }

    private void lock(Map<String, Object> component, List<Field> known, boolean row) {
        if (row) {
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> component.put("readonly", true);
            case 1 -> component.put("disabled", true);
            case 2 -> component.put("readonly", "=outside = \"X\"");
            case 3 -> {
                if (!known.isEmpty()) {
                    component.put("readonly", "=" + condition(known, false, 0));
                }
            }
            default -> {}
        }
    }

    private String condition(List<Field> known, boolean row, int depth) {
        if (depth < 2 && chance(25)) {
            var left = condition(known, row, depth + 1);
            var right = condition(known, row, depth + 1);
            return one(List.of(
                    left + " and " + right,
                    left + " or " + right,
                    "not(" + left + ")",
                    "(" + left + ") = (" + right + ")"));
        }
        if (chance(10)) {
            return one(List.of(
                    "outside = \"X\"",
                    "outside = null",
                    "outside != \"X\"",
                    "case.name = \"u\"",
                    "count(offered) > 1"));
        }
        var field = one(known);
        var name = row && !field.isRow() && chance(40) ? "parent." + field.path() : field.path();
        return switch (field.type()) {
            case "number" ->
                isNumber(field)
                        ? one(List.of(
                                name + " > 2",
                                name + " >= 5",
                                name + " < 3",
                                name + " = 3",
                                name + " != 1",
                                name + " = null",
                                name + " != null",
                                "-" + name + " < -1",
                                name + " * 2 = 6",
                                name + " between 1 and 5",
                                "not(" + name + " > 2)",
                                name + " + 0 = 0",
                                name + " + " + name + " = 6",
                                name + " = 0"))
                        : one(List.of(name + " = null", name + " != null", name + " = \"3\""));
            case "checkbox" ->
                one(List.of(
                        name,
                        "not(" + name + ")",
                        name + " = true",
                        name + " != true",
                        name + " = false",
                        name + " = null",
                        "not(" + name + " = true)",
                        "not(not(" + name + "))"));
            case "checklist", "taglist" ->
                one(List.of(
                        "list contains(" + name + ", \"A\")",
                        "not(list contains(" + name + ", \"B\"))",
                        "count(" + name + ") = 0",
                        "count(" + name + ") > 1",
                        name + " = null",
                        name + " != null",
                        "not(list contains(" + name + ", \"A\")) and count(" + name + ") > 0"));
            case "dynamiclist" -> one(List.of("count(" + name + ") > 1", "count(" + name + ") = 0", name + " = null"));
            case "expression" -> one(List.of(name + " = 6", name + " > 3", name + " = null", name + " != null"));
            default ->
                one(List.of(
                        name + " = \"A\"",
                        name + " != \"A\"",
                        name + " = \"x\"",
                        name + " = \"\"",
                        name + " = null",
                        name + " != null",
                        "not(" + name + " = \"A\")",
                        "not(" + name + " = \"A\" or " + name + " = \"x\")"));
        };
    }

    private Map<String, Object> list(List<Field> known) {
        var number = ++ids;
        var list = map(
                "type",
                "dynamiclist",
                "id",
                "l" + number,
                "path",
                "rows" + number,
                "label",
                "Rader",
                "disableCollapse",
                true,
                "showOutline",
                true);
        if (chance(40)) {
            list.put("allowAddRemove", false);
        } else {
            list.put("allowAddRemove", true);
        }
        if (chance(70)) {
            list.put("defaultRepetitions", random.nextInt(3));
        }
        hide(list, known, false);
        var outer = new ArrayList<>(known);
        var children = new ArrayList<Map<String, Object>>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            children.add(component(outer, "", 1, true));
        }
        list.put("components", children);
        outer.stream().filter(Field::isRow).forEach(known::add);
        known.add(new Field("rows" + number, "l" + number, list, false));
        return list;
    }

    private Map<String, Object> presentation(List<Field> known) {
        var id = "x" + ++ids;
        var component = one(List.of(
                map("type", "text", "id", id, "text", "Hej {{outside}} {{#loop offered}}{{this}}{{/loop}}"),
                map("type", "text", "id", id, "text", "=outside"),
                map("type", "html", "id", id, "content", "<p>{{outside}}</p>"),
                map("type", "separator", "id", id),
                map("type", "spacer", "id", id, "height", 10),
                map("type", "image", "id", id, "source", "data:image/png;base64,iVBORw0KGgo=", "alt", "Bild"),
                map("type", "button", "id", id, "label", "Rensa", "action", "reset"),
                map(
                        "type",
                        "table",
                        "id",
                        id,
                        "dataSource",
                        "=things",
                        "label",
                        "Tabell",
                        "rowCount",
                        5,
                        "columns",
                        List.of(map("label", "Namn", "key", "name")))));
        hide(component, known.stream().filter(field -> !field.isRow()).toList(), false);
        return component;
    }

    private Map<String, Object> expression(List<Field> known) {
        var numbers = known.stream()
                .filter(field -> isNumber(field) && !field.isRow())
                .toList();
        var lists = known.stream()
                .filter(field -> field.type().equals("dynamiclist"))
                .toList();
        var expression = "=ceiling";
        if (!lists.isEmpty() && chance(60)) {
            var list = one(lists);
            var inner = known.stream()
                    .filter(field -> field.isRow() && isNumber(field))
                    .toList();
            expression = inner.isEmpty()
                    ? "=count(" + list.path() + ")"
                    : "=sum(" + list.path() + "." + one(inner).path().substring(5) + ")";
        } else if (!numbers.isEmpty()) {
            expression = "=" + one(numbers).path() + one(List.of(" + ", " - ", " * "))
                    + one(numbers).path();
        }
        var component = map(
                "type",
                "expression",
                "id",
                "e" + ++ids,
                "key",
                "k" + ids,
                "computeOn",
                "change",
                "expression",
                expression);
        hide(component, known.stream().filter(field -> !field.isRow()).toList(), false);
        known.add(new Field("k" + ids, "e" + ids, component, false));
        return component;
    }

    private Object value(Map<String, Object> component) {
        return switch ((String) component.get("type")) {
            case "textfield", "textarea" -> one(TEXTS);
            case "number" -> component.get("serializeToString") != null ? String.valueOf(one(NUMBERS)) : one(NUMBERS);
            case "checkbox" -> chance(50);
            case "radio", "select" -> one(CHOICES);
            case "checklist", "taglist" ->
                CHOICES.stream().filter(choice -> chance(50)).toList();
            case "datetime" -> when(component);
            default -> null;
        };
    }

    private Object when(Map<String, Object> component) {
        if (component.get("subtype").equals("date")) {
            return one(DAYS);
        }
        var interval = (Integer) component.get("timeInterval");
        var time = interval == 60 ? one(List.of("08:00", "23:00")) : one(TIMES);
        var format = component.get("timeSerializingFormat");
        var zone = "utc_normalized".equals(format) ? "Z" : "utc_offset".equals(format) ? "+01:00" : "";
        return component.get("subtype").equals("time") ? time + zone : "2030-01-15T" + time + zone;
    }

    private Map<String, Object> data(List<Field> known, List<Map<String, Object>> components) {
        var data = map("ceiling", one(NUMBERS), "offered", List.of("A", "B"), "things", List.of(map("name", "n")));
        if (chance(60)) {
            data.put("outside", one(Arrays.asList("X", "Y", "")));
        }
        if (chance(60)) {
            data.put("case", map("name", one(List.of("u", "v"))));
        }
        for (var field : known) {
            if (field.isRow() || !chance(35)) {
                continue;
            }
            if (field.type().equals("dynamiclist")) {
                var rows = new ArrayList<Map<String, Object>>();
                for (int i = 0; i < random.nextInt(4); i++) {
                    var row = new LinkedHashMap<String, Object>();
                    known.stream()
                            .filter(inner -> inner.isRow() && chance(60))
                            .forEach(inner -> Nested.put(row, inner.path().substring(5), value(inner.component())));
                    rows.add(row);
                }
                data.put(field.path(), rows);
            } else if (!field.type().equals("expression")) {
                // form-js throws on what is no list where an expression gives the options.
                var isOther = chance(10) && field.component().get("valuesExpression") == null;
                Nested.put(
                        data,
                        field.path(),
                        isOther ? one(Arrays.asList(null, 7, "x", true)) : value(field.component()));
            }
        }
        return data;
    }

    private List<Map<String, Object>> edits(List<Field> known, List<Map<String, Object>> components) {
        var edits = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < random.nextInt(5); i++) {
            var field = one(known);
            if (field.type().equals("dynamiclist")) {
                edits.add(chance(60) ? map("add", true) : map("remove", true, "row", random.nextInt(2)));
            } else if (field.isRow()) {
                edits.add(map("id", field.id(), "row", random.nextInt(2), "value", edited(field)));
            } else if (!field.type().equals("expression")) {
                edits.add(map("id", field.id(), "value", edited(field)));
            }
        }
        return edits;
    }

    private Object edited(Field field) {
        if (chance(15)) {
            return switch (field.type()) {
                case "textfield", "textarea" -> "";
                case "checkbox" -> false;
                case "checklist", "taglist" -> List.of();
                default -> null;
            };
        }
        if (field.component().get("valuesKey") != null || field.component().get("valuesExpression") != null) {
            var offered = List.of("A", "B");
            return field.type().equals("radio") || field.type().equals("select")
                    ? one(offered)
                    : offered.stream().filter(choice -> chance(50)).toList();
        }
        var value = value(field.component());
        // A number field takes a nought that comes from outside for nothing.
        return value != null && value.toString().equals("0") ? null : value;
    }

    /** A form of fields that are typed into, with what a person types. */
    Pair typed() {
        isKeyboard = true;
        ids = 0;
        var known = new ArrayList<Field>();
        var components = new ArrayList<Map<String, Object>>();
        while (components.size() < 2) {
            var component = component(known, "", 2, false);
            var type = component.get("type");
            if (List.of("textfield", "textarea", "number", "datetime").contains(type)) {
                components.add(component);
            } else {
                known.remove(known.size() - 1);
            }
        }
        var edits = new ArrayList<Map<String, Object>>();
        known.forEach(field -> edits.add(map("id", field.id(), "value", typed(field))));
        var pair = new Pair(schema(components), map("ceiling", 5), edits);
        isKeyboard = false;
        return pair;
    }

    private String typed(Field field) {
        return switch (field.type()) {
            case "number" ->
                one(List.of(
                        "5", "5,", "5.", "0,5", "-1", "1e5", "abc", "12abc", "--3", "3.14159", "007", ",5", "-",
                        "1 000", "0"));
            case "datetime" ->
                field.component().get("subtype").equals("time")
                        ? one(List.of("8:00", "10:30", "25:00", "1030", "8:07", "x"))
                        : one(List.of("2030-06-15", "2024-02-29", "2030-02-30", "x", "2030-6-1"));
            default ->
                one(List.of("x", "abc", " x ", "a-12", "😀", "\u00a0x", "å", "a@b.se", "+46701234567", "12", "   "));
        };
    }
}
