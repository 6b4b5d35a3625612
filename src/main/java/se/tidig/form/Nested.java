package se.tidig.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes values in maps of maps by a path with dots, as form-js stores them. */
final class Nested {

    private Nested() {}

    static Object get(Map<String, Object> values, String path) {
        if (path.indexOf('.') < 0) {
            return values.get(path);
        }
        Object value = values;
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    /** Whether something is written there, if only null. */
    static boolean has(Map<String, Object> values, String path) {
        var end = path.lastIndexOf('.');
        return end < 0
                ? values.containsKey(path)
                : get(values, path.substring(0, end)) instanceof Map<?, ?> map
                        && map.containsKey(path.substring(end + 1));
    }

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> values, String path, Object value) {
        if (path.indexOf('.') < 0) {
            values.put(path, value);
            return;
        }
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

    /** Removes what is written there, and the maps that become empty by it. */
    static void remove(Map<String, Object> values, String path) {
        if (has(values, path)) {
            // The maps on the way are copied, since they may be another's.
            put(values, path, null);
            var end = path.lastIndexOf('.');
            if (end < 0) {
                values.remove(path);
            } else {
                var parent = (Map<?, ?>) get(values, path.substring(0, end));
                parent.remove(path.substring(end + 1));
                if (parent.isEmpty()) {
                    remove(values, path.substring(0, end));
                }
            }
        }
    }
}
