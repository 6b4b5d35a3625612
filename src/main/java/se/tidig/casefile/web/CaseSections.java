package se.tidig.casefile.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns case content into the sections of the case page: in reading order, without values for machines, each value as
 * text.
 */
final class CaseSections {

    /** Values that forms and letters branch on; people read the words beside them. */
    private static final Set<String> FOR_MACHINES = Set.of(
            "afterReport",
            "answered",
            "auditor",
            "code",
            "earliest",
            "granted",
            "latest",
            "men",
            "plannedPayments",
            "plannedReports",
            "returned",
            "step",
            "verified",
            "women");

    /** The word before a day of a planned step, so that a reader can tell the first day from the last. */
    private static final Map<String, String> DAYS = Map.of("earliest", "tidigast ", "latest", "senast ");

    private CaseSections() {}

    /**
     * The sections by key: a list becomes rows of named texts, a map named texts, other values a text. Empty ones are
     * left out.
     */
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

    /** Gives every row the same fields: those that are not empty in at least one row. */
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
        if (fields.containsKey("receivedAt")) {
            fields.remove("receivedOn");
        }
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
