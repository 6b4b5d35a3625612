package se.tidig.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drops rows of a form that were added and never filled in. */
final class EmptyRowFilter {

    private EmptyRowFilter() {}

    static Map<String, Object> withoutEmpty(Map<String, Object> answers) {
        var given = new LinkedHashMap<>(answers);
        given.replaceAll((key, value) -> value instanceof List<?> list
                ? list.stream().filter(element -> !isEmpty(element)).toList()
                : value);
        return given;
    }

    private static boolean isEmpty(Object element) {
        return element instanceof Map<?, ?> row
                && row.values().stream().allMatch(value -> value == null || "".equals(value) || value.equals(false));
    }
}
