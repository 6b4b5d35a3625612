package se.tidig.mypages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.ChangedAnswers;
import se.tidig.bundle.CaseTextSource;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.Plain;
import se.tidig.mypages.SubmittedApplication.Answer;
import se.tidig.mypages.SubmittedApplication.Group;

/** Reads what was submitted, before any completion, with the questions as the case's own form words them. */
@Component
public class SubmittedApplicationReader {

    private final CaseTextSource texts;
    private final ChangedAnswers changes;

    SubmittedApplicationReader(CaseTextSource texts, ChangedAnswers changes) {
        this.texts = texts;
        this.changes = changes;
    }

    public SubmittedApplication of(Application application) {
        var left = new LinkedHashMap<>(changes.first(application.reference(), application.answers()));
        var groups = new ArrayList<Group>();
        texts.ofCase(application.reference(), "forms/" + Facts.FORM + ".form")
                .map(FormSchema::parse)
                .ifPresent(form -> form.components().forEach(component -> {
                    var answers = new ArrayList<Answer>();
                    collect(List.of(component), left, answers);
                    if (!answers.isEmpty()) {
                        groups.add(
                                new Group(component.type() == ComponentType.GROUP ? component.label() : null, answers));
                    }
                }));
        return new SubmittedApplication(groups);
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
        if (plain instanceof java.math.BigDecimal amount
                && "money".equals(component.properties().get("check"))) {
            return Sek.of(amount).toString();
        }
        if (plain instanceof String day
                && component.type() == ComponentType.DATETIME
                && day.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return SwedishDate.text(java.time.LocalDate.parse(day));
        }
        return AnswerWords.answer(Optional.of(component), plain);
    }
}
