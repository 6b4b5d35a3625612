package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What form-js 1.8.7 opens a field with: the stored value if the field can hold it, else its default, else nothing. */
final class InitialValue {

    private InitialValue() {}

    /**
     * The value that the field opens with.
     *
     * @param stored what the form opened with in the field's scope, by key
     * @param shown all that the form opened with
     */
    static Object of(FormComponent component, Map<String, Object> stored, Map<String, Object> shown) {
        if (Nested.has(stored, component.key())) {
            return held(component, Nested.get(stored, component.key()), shown);
        }
        var otherwise = component.attributes().get("defaultValue");
        return otherwise == null ? empty(component) : otherwise;
    }

    /** The rows that a list opens with, each with the initial values of its fields. */
    static List<Map<String, Object>> rows(FormComponent list, Map<String, Object> shown) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var stored : storedRows(list, shown)) {
            var row = new LinkedHashMap<>(stored);
            FormValidator.leaves(list.children()).forEach(leaf -> Nested.put(row, leaf.key(), of(leaf, stored, shown)));
            rows.add(row);
        }
        return rows;
    }

    /** The rows as they are stored; if none ever were, as many empty ones as the form opens with. */
    static List<Map<String, Object>> storedRows(FormComponent list, Map<String, Object> shown) {
        var rows = new ArrayList<Map<String, Object>>();
        if (Nested.get(shown, list.key()) instanceof List<?> stored) {
            for (var row : stored) {
                var copy = new LinkedHashMap<String, Object>();
                if (row instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
                }
                rows.add(copy);
            }
            return rows;
        }
        var count = list.attributes().get("defaultRepetitions");
        for (int i = 0; i < (count instanceof Integer number ? number : 1); i++) {
            rows.add(Map.of());
        }
        return rows;
    }

    /** What form-js holds for an unanswered field. */
    static Object empty(FormComponent component) {
        return switch (component.type()) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKBOX -> false;
            case CHECKLIST, TAGLIST -> List.of();
            default -> null;
        };
    }

    /** What was sent, as form-js holds it. */
    static Object sent(FormComponent component, Object value) {
        return value == null ? empty(component) : value;
    }

    private static Object held(FormComponent component, Object value, Map<String, Object> shown) {
        return switch (component.type()) {
            case TEXTFIELD -> text(value).replaceAll("[\r\n\t]", " ");
            case TEXTAREA -> text(value);
            case NUMBER -> number(component, value);
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case RADIO, SELECT -> isFree(component) || offered(component, shown).contains(value) ? value : null;
            case CHECKLIST, TAGLIST -> several(component, value, shown);
            case DATETIME -> AnswerReader.isReadable(component, value) ? value : null;
            default -> value;
        };
    }

    private static String text(Object value) {
        if (value == null || value instanceof List || value instanceof Map) {
            return "";
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static Object number(FormComponent component, Object value) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return null;
        }
        var number = AnswerReader.decimal(value.toString());
        if (number == null) {
            return null;
        }
        return component.flag("serializeToString") ? text(value) : number;
    }

    private static Object several(FormComponent component, Object value, Map<String, Object> shown) {
        if (isFree(component)) {
            return value;
        }
        var offered = offered(component, shown);
        return value instanceof List<?> list
                ? list.stream().filter(offered::contains).toList()
                : List.of();
    }

    /** Options that an expression gives are not held against the value when the form opens. */
    private static boolean isFree(FormComponent component) {
        return component.attributes().get("valuesExpression") instanceof String text && !text.isEmpty();
    }

    private static Set<Object> offered(FormComponent component, Map<String, Object> shown) {
        var key = component.text("valuesKey");
        return OptionList.values(
                key == null || key.isEmpty() ? component.attributes().get("values") : shown.get(key));
    }
}
