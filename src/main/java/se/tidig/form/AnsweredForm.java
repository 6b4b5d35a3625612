package se.tidig.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.tidig.Sek;
import se.tidig.SwedishDate;

/**
 * What somebody has answered, in the words of the form that asked.
 *
 * @param groups of the form, in order, without those that nothing was answered in
 */
public record AnsweredForm(List<Group> groups) {

    /** @param title null for what stands outside the form's groups */
    public record Group(String title, List<Answer> answers) {}

    /**
     * A question and its answer.
     *
     * @param text null if the answer has rows
     * @param columns the questions of the rows; empty without rows
     * @param rows the answers, in the order of the columns
     */
    public record Answer(String question, String text, List<String> columns, List<List<String>> rows) {}

    /** The answers to the questions of the forms, in the order of the forms; other answers are left out. */
    public static AnsweredForm of(List<FormSchema> forms, Map<String, Object> answers) {
        var left = new LinkedHashMap<>(answers);
        var groups = new ArrayList<Group>();
        forms.forEach(form -> form.components().forEach(component -> {
            var found = new ArrayList<Answer>();
            collect(List.of(component), left, found);
            if (!found.isEmpty()) {
                groups.add(new Group(component.type() == ComponentType.GROUP ? component.label() : null, found));
            }
        }));
        return new AnsweredForm(groups);
    }

    private static void collect(List<FormComponent> components, Map<String, Object> left, List<Answer> answers) {
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                collect(component.children(), left, answers);
            } else if (component.key() != null && left.get(component.key()) != null) {
                answers.add(answer(component, left.remove(component.key())));
            }
        }
    }

    private static Answer answer(FormComponent component, Object value) {
        var question = AnswerWords.question(Optional.of(component), component.key());
        if (component.type() != ComponentType.DYNAMICLIST || !(value instanceof List<?> rows)) {
            return new Answer(question, words(component, value), List.of(), List.of());
        }
        var columns = component.children().stream()
                .filter(column -> column.key() != null)
                .filter(column -> rows.stream()
                        .anyMatch(row -> row instanceof Map<?, ?> cells && cells.get(column.key()) != null))
                .toList();
        return new Answer(
                question,
                null,
                columns.stream()
                        .map(column -> AnswerWords.question(Optional.of(column), column.key()))
                        .toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> cell(column, ((Map<?, ?>) row).get(column.key())))
                                .toList())
                        .toList());
    }

    private static String cell(FormComponent column, Object value) {
        return value == null ? "" : words(column, value);
    }

    private static String words(FormComponent component, Object value) {
        var plain = Objects.requireNonNull(Plain.of(value));
        if (plain instanceof BigDecimal amount
                && "money".equals(component.properties().get("check"))) {
            return Sek.of(amount).toString();
        }
        if (plain instanceof String day
                && component.type() == ComponentType.DATETIME
                && day.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return SwedishDate.text(LocalDate.parse(day));
        }
        return AnswerWords.answer(Optional.of(component), plain);
    }
}
