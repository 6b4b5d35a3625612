package se.tidig.casefile.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.engine.StaffRegister;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;

/** The answers that people have given in a case's forms, with the questions as the form worded them at that time. */
@Component
public class AnsweredFormReader {

    private final FormAnswers answers;
    private final CaseProcessReader processes;
    private final StaffRegister staff;
    private final Map<String, Optional<FormSchema>> forms = new ConcurrentHashMap<>();

    AnsweredFormReader(FormAnswers answers, CaseProcessReader processes, StaffRegister staff) {
        this.answers = answers;
        this.processes = processes;
        this.staff = staff;
    }

    /** All answered forms of the case, newest first; forms that were submitted without answers are left out. */
    public List<Answered> of(String reference) {
        var all = answers.of(reference).stream()
                .filter(answer -> !answer.answers().values().isEmpty())
                .map(this::answered)
                .collect(Collectors.toList());
        Collections.reverse(all);
        return all;
    }

    private Answered answered(FormAnswer answer) {
        var form = forms.computeIfAbsent(answer.deployment() + "/" + answer.form(), key -> Optional.ofNullable(
                        processes.file(answer.deployment(), answer.form() + ".form"))
                .map(FormSchema::parse));
        var rows = answer.answers().values().entrySet().stream()
                .map(entry -> row(form.flatMap(schema -> schema.component(entry.getKey())), entry))
                .toList();
        return new Answered(
                processes.name(answer.deployment(), answer.process(), answer.element()),
                staff.nameOf(answer.actor()),
                answer.at(),
                rows);
    }

    private static Row row(Optional<FormComponent> question, Map.Entry<String, Object> answer) {
        var label = question.map(FormComponent::label)
                .filter(text -> !text.startsWith("="))
                .or(() -> question.map(component -> component.text("label")))
                .orElse(answer.getKey());
        return new Row(label, words(answer.getValue(), question));
    }

    private static String words(Object value, Optional<FormComponent> question) {
        if (value instanceof Boolean yes) {
            return yes ? "Ja" : "Nej";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> words(item, question)).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(cell -> words(cell.getValue(), column(question, String.valueOf(cell.getKey()))))
                    .collect(Collectors.joining(", "));
        }
        var written = String.valueOf(value);
        return question.map(component -> component.options().getOrDefault(written, written))
                .orElse(written);
    }

    private static Optional<FormComponent> column(Optional<FormComponent> list, String key) {
        return list.stream()
                .flatMap(component -> component.children().stream())
                .filter(child -> key.equals(child.key()))
                .findFirst();
    }

    /**
     * A submitted form.
     *
     * @param title the name of the step in which the form was submitted
     * @param who the person's name
     */
    public record Answered(String title, String who, Instant at, List<Row> rows) {}

    /** A question and its answer, in the words that people read. */
    public record Row(String question, String answer) {}
}
