package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers by the whole key of their question, {@code applicant.name}, as drafts store them; rows stay in their list. */
final class FlatAnswers {

    private FlatAnswers() {}

    static Map<String, Object> of(Map<String, Object> sent) {
        var flat = new LinkedHashMap<String, Object>();
        add(sent, "", flat);
        return flat;
    }

    private static void add(Map<?, ?> sent, String prefix, Map<String, Object> flat) {
        sent.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                add(inner, prefix + name + ".", flat);
            } else {
                flat.put(prefix + name, value);
            }
        });
    }
}
