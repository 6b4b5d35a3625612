package se.tidig.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes values in maps of maps by a path with dots, as form-js stores them. */
final class Nested {

    private Nested() {}

    static Object get(Map<String, Object> values, String path) {
        Object value = values;
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> values, String path, Object value) {
        var names = path.split("\\.");
        var map = values;
        for (int i = 0; i < names.length - 1; i++) {
            var inner = map.get(names[i]) instanceof Map<?, ?> found
                    ? new LinkedHashMap<>((Map<String, Object>) found)
                    : new LinkedHashMap<String, Object>();
            map.put(names[i], inner);
            map = inner;
        }
        map.put(names[names.length - 1], value);
    }
}
