package se.tidig.application.draft;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.tidig.JsonColumn;
import se.tidig.Sha256;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;

/**
 * A question as a draft's writers have been told of it.
 *
 * @param label its words
 * @param print changes if what one may answer changes
 */
public record KnownQuestion(String label, String print) {

    /** What may be answered; how it is laid out is not part of it. */
    private static final Set<String> SAID =
            Set.of("type", "label", "dateLabel", "description", "values", "validate", "decimalDigits", "subtype");

    /** The questions of the form by key, in order; a list's rows belong to its question. */
    static Map<String, KnownQuestion> of(List<FormComponent> components) {
        var questions = new LinkedHashMap<String, KnownQuestion>();
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                questions.putAll(of(component.children()));
            } else if (component.key() != null && component.type() != ComponentType.EXPRESSION) {
                questions.put(component.key(), of(component));
            }
        }
        return questions;
    }

    /** The questions that the form asks applicants. */
    static Map<String, KnownQuestion> of(FormSchema form) {
        return of(form.components());
    }

    private static KnownQuestion of(FormComponent component) {
        return new KnownQuestion(
                AnswerWords.question(Optional.of(component), component.key()),
                Sha256.hex(said(component).getBytes(StandardCharsets.UTF_8)).substring(0, 16));
    }

    private static String said(FormComponent component) {
        var said = new LinkedHashMap<String, Object>();
        component.attributes().entrySet().stream()
                .filter(entry -> SAID.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        return JsonColumn.text(said)
                + component.children().stream().map(KnownQuestion::said).toList();
    }
}
