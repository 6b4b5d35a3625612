package se.tidig.application;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** Joins the answers of a completion with those of the application. */
final class CompletedAnswers {

    private CompletedAnswers() {}

    /**
     * An answer replaces the earlier one. An open answer, an empty list or an unticked box changes nothing, because
     * the applicant answers only what was asked. Documents are added to those that the board has.
     */
    static Map<String, Object> of(Map<String, Object> before, Map<String, Object> completed) {
        var answers = new LinkedHashMap<>(before);
        if (completed.get("agentName") != null && !completed.get("agentName").equals(before.get("agentName"))) {
            // A power of attorney names its agent (15 § FL), so another agent needs another.
            answers.keySet().removeIf(key -> key.startsWith("powerOfAttorney"));
        }
        EmptyRowFilter.withoutEmpty(completed).forEach((key, value) -> {
            if (key.equals("attachments")) {
                answers.put(key, union((Collection<?>) before.get(key), (Collection<?>) value));
            } else if (saysSomething(value)) {
                answers.put(key, value);
            }
        });
        return answers;
    }

    private static boolean saysSomething(Object value) {
        return value != null && !"".equals(value) && !(value instanceof Collection<?> list && list.isEmpty());
    }

    private static Collection<Object> union(Collection<?> first, Collection<?> second) {
        var all = new LinkedHashSet<Object>();
        if (first != null) {
            all.addAll(first);
        }
        if (second != null) {
            all.addAll(second);
        }
        return all;
    }
}
