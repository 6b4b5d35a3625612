package se.tidig.casefile.process;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.ChangedAnswers;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.Facts;
import se.tidig.engine.StaffRegister;
import se.tidig.form.AnswerWords;
import se.tidig.form.FormAnswer;
import se.tidig.form.FormAnswers;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.journal.EventKind;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** The answers that people have given in a case's forms, with the questions as the form worded them at that time. */
@Component
public class AnsweredFormReader {

    private final FormAnswers answers;
    private final CaseProcessReader processes;
    private final StaffRegister staff;
    private final DisplayRuleSource rules;
    private final Applications applications;
    private final ChangedAnswers changes;
    private final ApplicantAccounts applicants;
    private final Map<String, Optional<FormSchema>> forms = new ConcurrentHashMap<>();

    AnsweredFormReader(
            FormAnswers answers,
            CaseProcessReader processes,
            StaffRegister staff,
            DisplayRuleSource rules,
            Applications applications,
            ChangedAnswers changes,
            ApplicantAccounts applicants) {
        this.answers = answers;
        this.processes = processes;
        this.staff = staff;
        this.rules = rules;
        this.applications = applications;
        this.changes = changes;
        this.applicants = applicants;
    }

    /** All answered forms of the case, newest first; forms that were submitted without answers are left out. */
    public List<Answered> of(Reference reference) {
        var all = answers.of(reference).stream()
                .filter(answer -> !answer.answers().values().isEmpty())
                .map(this::answered)
                .collect(Collectors.toList());
        Collections.reverse(all);
        if (answers.of(reference).stream().noneMatch(answer -> Facts.FORM.equals(answer.form()))) {
            applications.find(reference).map(this::submitted).ifPresent(all::add);
        }
        return all;
    }

    /** The application of a draft in the portal, as it was before any completion; no form of the engine's holds it. */
    private Answered submitted(Application application) {
        var first = changes.first(application.reference(), application.answers());
        var form = rules.ofReference(application.reference()).form(Facts.FORM);
        var keys = new LinkedHashSet<>(form.map(FormSchema::inputKeys).orElse(Set.of()));
        keys.addAll(first.keySet());
        var rows = keys.stream()
                .filter(key -> first.get(key) != null)
                .map(key -> {
                    var question = form.flatMap(asked -> asked.component(key));
                    return new Row(AnswerWords.question(question, key), AnswerWords.answer(question, first.get(key)));
                })
                .toList();
        return new Answered(
                EventKind.APPLICATION.swedishName(), nameOf(application.enteredBy()), application.receivedAt(), rows);
    }

    private String nameOf(Actor person) {
        return Optional.ofNullable(person)
                .flatMap(known -> applicants.find(known.value()).map(ApplicantPerson::name))
                .orElseGet(() -> staff.nameOf(person));
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
     * What the applicant was asked for when it handed in a file: the word of the form's alternative, or the question itself
     * if it asks for one document.
     *
     * @param question with the alternative, if it has several: {@code attachments.statutes}
     */
    public String askedFile(Reference reference, String question) {
        var dot = question.lastIndexOf('.');
        var key = question.substring(0, Math.max(dot, 0));
        var alternative = question.substring(dot + 1);
        return Stream.concat(
                        rules.ofReference(reference).form(Facts.FORM).stream(),
                        answers.of(reference).stream()
                                .flatMap(answer -> form(answer.deployment(), answer.form()).stream()))
                .flatMap(form -> form
                        .word(key, alternative)
                        .or(() -> form.component(question)
                                .map(asked -> AnswerWords.question(Optional.of(asked), question)))
                        .stream())
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
