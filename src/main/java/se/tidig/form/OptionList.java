package se.tidig.form;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The options of a choice as form-js takes them: label by value, from scalars or {@code {label, value}}. */
final class OptionList {

    private OptionList() {}

    /** Labels by value, in order; what form-js would not show is left out. */
    static Map<String, String> of(Object options) {
        var found = new LinkedHashMap<String, String>();
        if (options instanceof Iterable<?> list) {
            for (var option : list) {
                var value = text(option instanceof Map<?, ?> map ? map.get("value") : option);
                var label = option instanceof Map<?, ?> map && map.get("label") instanceof String text ? text : value;
                if (value != null) {
                    found.put(value, label);
                }
            }
        }
        return found;
    }

    /** The values as they stand among the options: text, numbers and booleans are told apart. */
    static Set<Object> values(Object options) {
        var found = new HashSet<>();
        if (options instanceof Iterable<?> list) {
            list.forEach(option -> found.add(option instanceof Map<?, ?> map ? map.get("value") : option));
        }
        return found;
    }

    /** A scalar as the text that is stored for it; null for anything else. */
    static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof String text && !text.isEmpty() ? text : null;
    }
}
