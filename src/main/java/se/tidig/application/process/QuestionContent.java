package se.tidig.application.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.Applications;
import se.tidig.application.AskedFindingService;
import se.tidig.application.ChangedAnswer;
import se.tidig.application.ChangedAnswers;
import se.tidig.application.Completion;
import se.tidig.application.Completions;
import se.tidig.application.EligibilityRecords;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnswerWords;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.ComponentType;
import se.tidig.form.Fills;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.Shows;
import se.tidig.organisation.Organisation;

/** The questions of the case's own application form: which may be asked anew, which were, and what was answered. */
@Component
class QuestionContent implements CaseContent {

    private static final int SHOWN_CHARACTERS = 300;
    private static final FormSchema NO_FORM = new FormSchema("", List.of(), Set.of(), List.of(), List.of());

    private final Applications applications;
    private final Completions completions;
    private final EligibilityRecords records;
    private final AskedFindingService asked;
    private final ChangedAnswers changed;
    private final DisplayRuleSource tables;

    QuestionContent(
            Applications applications,
            Completions completions,
            EligibilityRecords records,
            AskedFindingService asked,
            ChangedAnswers changed,
            DisplayRuleSource tables) {
        this.applications = applications;
        this.completions = completions;
        this.records = records;
        this.asked = asked;
        this.changed = changed;
        this.tables = tables;
    }

    record Option(String label, String value) {}

    record Changed(LocalDate at, String question, String before, String after) {}

    /** Every question of the applicant, as options. */
    @Shows("applicationQuestions")
    List<Option> options(CaseTask task) {
        var options = new ArrayList<Option>();
        questions(form(task).components(), null, options);
        return options;
    }

    private FormSchema form(CaseTask task) {
        return tables.ofReference(task.reference()).form(Facts.FORM).orElse(NO_FORM);
    }

    /** The applicant's questions; those for staff are of the paper, not of the applicant. */
    private static void questions(List<FormComponent> components, String group, List<Option> into) {
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                if (!"staff".equals(component.properties().get("audience"))) {
                    questions(component.children(), component.label(), into);
                }
            } else if (component.key() != null) {
                var label = AnswerWords.question(Optional.of(component), component.key());
                into.add(new Option(
                        group == null || group.equals(label) ? label : group + ": " + label, component.key()));
            }
        }
    }

    /** The questions that the findings are about. */
    @Fills("completionQuestions")
    List<String> proposed(CaseTask task) {
        var check = records.latest(task.reference()).orElse(null);
        if (check == null) {
            return List.of();
        }
        var form = form(task);
        var findings =
                asked.of(task.reference(), check.findings(), check.completion().kind());
        return asked.questions(findings).stream()
                .filter(key -> form.component(key).isPresent())
                .toList();
    }

    private List<String> named(Reference reference) {
        return completions.latest(reference).map(Completion::questions).orElse(List.of());
    }

    /** Whether the latest request names the questions that it is about. */
    @Shows("questionsNamed")
    boolean isNamed(CaseTask task) {
        return !named(task.reference()).isEmpty();
    }

    /** The questions that the latest request names, the answers so far and their words. */
    @Fills(value = "askedQuestions", answersOf = Facts.FORM)
    Map<String, Object> asked(CaseTask task) {
        var answers = applications.get(task.reference()).answers();
        return Map.of(
                "keys",
                named(task.reference()),
                "answers",
                answers,
                "words",
                AnswerWords.shortened(form(task), written(form(task), answers), SHOWN_CHARACTERS));
    }

    /** Organisation numbers are stored as ten digits, and people write them with a hyphen. */
    private static Map<String, Object> written(FormSchema form, Map<String, Object> answers) {
        var written = new LinkedHashMap<>(answers);
        written.replaceAll((key, answer) -> written(form.component(key), answer));
        return written;
    }

    private static Object written(Optional<FormComponent> question, Object answer) {
        var isNumber = question.map(FormComponent::properties)
                .filter(properties -> "organisationNumber".equals(properties.get("check")))
                .isPresent();
        return isNumber && answer instanceof String number ? Organisation.written(number) : answer;
    }

    /** What completions and changed circumstances have replaced, the latest first. */
    @Shows("changedAnswers")
    List<Changed> changed(CaseTask task) {
        var form = form(task);
        var newestFirst = new ArrayList<>(changed.of(task.reference()));
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(answer -> shown(answer, form)).toList();
    }

    private static Changed shown(ChangedAnswer answer, FormSchema form) {
        var question = form.component(answer.question());
        return new Changed(
                SwedishDate.on(answer.at()),
                AnswerWords.question(question, answer.question()),
                answer.before() == null ? "" : AnswerWords.answer(question, written(question, answer.before())),
                AnswerWords.answer(question, written(question, answer.after())));
    }
}
