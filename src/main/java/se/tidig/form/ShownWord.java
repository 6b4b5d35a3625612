package se.tidig.form;

import java.util.List;
import java.util.Set;

/**
 * A key of case content and what models may read of it.
 *
 * @param key of the content
 * @param fields of the record or of the list's records, {@code grounds.reason} for those of a nested one; empty for a
 *     plain value. Answers to a form's questions have the one field {@code *application} (all answers of that form) or
 *     {@code *report.costs} (the answer to that question).
 */
public record ShownWord(String key, Set<String> fields) {

    /** Begins a field that stands for the answers of a form. */
    public static final String ANY = "*";

    public ShownWord {
        fields = Set.copyOf(fields);
    }

    /** What the methods of a {@link CaseContent} declare. */
    public static List<ShownWord> of(Class<?> provider) {
        return ContentMethod.of(provider).stream()
                .flatMap(method -> method.words().stream())
                .toList();
    }
}
