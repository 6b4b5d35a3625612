package se.tidig.application.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the form has changed since a draft's writers were told of its questions.
 *
 * @param added keys of new questions
 * @param gone the words of questions that are no longer asked, by key; what was typed in them is kept
 * @param changed keys of questions that are put differently or take other answers
 */
public record FormChange(List<String> added, Map<String, String> gone, List<String> changed) {

    static FormChange between(Map<String, KnownQuestion> told, Map<String, KnownQuestion> now) {
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        now.forEach((key, question) -> {
            var before = told.get(key);
            if (before == null) {
                added.add(key);
            } else if (!before.print().equals(question.print())) {
                changed.add(key);
            }
        });
        var gone = new LinkedHashMap<String, String>();
        told.forEach((key, question) -> {
            if (!now.containsKey(key)) {
                gone.put(key, question.label());
            }
        });
        return new FormChange(List.copyOf(added), gone, List.copyOf(changed));
    }

    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
}
