package se.tidig.casefile.process;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.Facts;
import se.tidig.engine.StaffRegister;
import se.tidig.form.AnswerWords;
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
    private final DisplayRuleSource rules;
    private final Map<String, Optional<FormSchema>> forms = new ConcurrentHashMap<>();

    AnsweredFormReader(FormAnswers answers, CaseProcessReader processes, StaffRegister staff, DisplayRuleSource rules) {
        this.answers = answers;
        this.processes = processes;
        this.staff = staff;
        this.rules = rules;
    }

    /** All answered forms of the case, newest first; forms that were submitted without answers are left out. */
    public List<Answered> of(Reference reference) {
        var all = answers.of(reference).stream()
                .filter(answer -> !answer.answers().values().isEmpty())
                .map(this::answered)
                .collect(Collectors.toList());
        Collections.reverse(all);
        return all;
    }

    private Answered answered(FormAnswer answer) {
        var rows = answer.answers().values().entrySet().stream()
                .map(entry -> {
                    var question = question(answer.deployment(), answer.form(), entry.getKey());
                    return new Row(
                            AnswerWords.question(question, entry.getKey()),
                            AnswerWords.answer(question, entry.getValue()));
                })
                .toList();
        return new Answered(
                processes.name(answer.deployment(), answer.process(), answer.element()),
                staff.nameOf(answer.actor()),
                answer.at(),
                rows);
    }

    /**
     * What the applicant was asked for when it handed in a file: the word of the form's alternative.
     *
     * @param question with the alternative: {@code attachments.statutes}
     */
    public String askedFile(Reference reference, String question) {
        var dot = Math.max(question.lastIndexOf('.'), 0);
        var key = question.substring(0, dot);
        var alternative = question.substring(dot).replaceFirst("^\\.", "");
        return Stream.concat(
                        rules.ofReference(reference).form(Facts.FORM).stream(),
                        answers.of(reference).stream()
                                .flatMap(answer -> form(answer.deployment(), answer.form()).stream()))
                .flatMap(form -> form.word(key, alternative).stream())
                .findFirst()
                .orElse(question);
    }

    /** The question in the form, or in one whose questions it asks. */
    private Optional<FormComponent> question(String deployment, String form, String key) {
        return form(deployment, form).flatMap(schema -> schema.component(key).or(() -> schema.questionsOf().stream()
                .flatMap(other -> form(deployment, other).stream())
                .flatMap(other -> other.component(key).stream())
                .findFirst()));
    }

    private Optional<FormSchema> form(String deployment, String form) {
        return forms.computeIfAbsent(
                deployment + "/" + form, place -> Optional.ofNullable(processes.file(deployment, form + ".form"))
                        .map(FormSchema::parse));
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
