package se.tidig.casefile.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Case content as the case page shows it: in a reader's order, without machine values, each value as text. */
final class CaseSections {

    /** What forms and letters branch on; people read the words beside it. */
    private static final Set<String> FOR_MACHINES =
            Set.of("code", "returned", "granted", "answered", "auditor", "plannedPayments", "plannedReports");

    /** What a day of a planned step is: without it two days beside each other say nothing. */
    private static final Map<String, String> DAYS = Map.of("earliest", "tidigast ", "latest", "senast ");

    private CaseSections() {}

    /** By key: rows of named texts for a list, named texts for a map, else a text; nothing that is empty. */
    static Map<String, Object> of(Map<String, Object> content) {
        var sections = new LinkedHashMap<String, Object>();
        content.forEach((key, value) -> {
            if (value instanceof Collection<?> rows && rows.stream().allMatch(Map.class::isInstance)) {
                var shown = rows(rows);
                if (!shown.isEmpty()) {
                    sections.put(key, shown);
                }
            } else if (value instanceof Map<?, ?> map) {
                var fields = fields(map);
                fields.values().removeIf(String::isEmpty);
                sections.put(key, fields);
            } else {
                sections.put(key, text(value));
            }
        });
        return sections;
    }

    /** Every row with the same fields: those that some row has something in. */
    private static List<Map<String, String>> rows(Collection<?> rows) {
        var shown = rows.stream().map(row -> fields((Map<?, ?>) row)).toList();
        var filled = new LinkedHashSet<String>();
        shown.forEach(row -> row.forEach((field, text) -> {
            if (!text.isEmpty()) {
                filled.add(field);
            }
        }));
        return shown.stream()
                .map(row -> {
                    var same = new LinkedHashMap<String, String>();
                    filled.forEach(field -> same.put(field, row.getOrDefault(field, "")));
                    return (Map<String, String>) same;
                })
                .toList();
    }

    private static Map<String, String> fields(Map<?, ?> map) {
        var fields = new LinkedHashMap<String, String>();
        map.forEach((field, value) -> fields.put(String.valueOf(field), text(value)));
        fields.keySet().removeAll(FOR_MACHINES);
        if (fields.containsKey("kindName")) {
            fields.remove("kind");
        }
        return fields;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return yes ? "Ja" : "Nej";
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(CaseSections::text).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> !text(entry.getValue()).isEmpty())
                    .map(entry -> DAYS.getOrDefault(entry.getKey(), "") + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
