package se.tidig.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.application.draft.Submission;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;

/** Lays out an application as it was handed in, by the form that it was handed in with. */
@Component
class SubmittedAnswers {

    private final DisplayRuleSource rules;

    SubmittedAnswers(DisplayRuleSource rules) {
        this.rules = rules;
    }

    /** A part of the application with its questions and answers. */
    public record Part(String title, List<Row> rows) {}

    /** A question and its answer. */
    public record Row(String question, String answer) {}

    List<Part> parts(Submission submission) {
        var form = EligibilityCheck.form(rules.ofReference(submission.reference()));
        return form.parts().stream()
                .map(part -> new Part(part.label(), rows(part, submission.answers())))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private static List<Row> rows(FormComponent group, Map<String, Object> answers) {
        var rows = new ArrayList<Row>();
        for (var question : group.children()) {
            if (question.type() == ComponentType.GROUP) {
                rows.addAll(rows(question, answers));
            } else if (answers.get(question.key()) instanceof List<?> list
                    && question.type() == ComponentType.DYNAMICLIST) {
                for (int i = 0; i < list.size(); i++) {
                    var row = question.properties().getOrDefault("rowLabel", question.label()) + " " + (i + 1) + ": ";
                    rows(question, cells(list.get(i)))
                            .forEach(cell -> rows.add(new Row(row + cell.question(), cell.answer())));
                }
            } else if (question.key() != null && answers.get(question.key()) != null) {
                var asked = Optional.of(question);
                rows.add(new Row(
                        AnswerWords.question(asked, question.key()),
                        AnswerWords.answer(asked, answers.get(question.key()))));
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cells(Object row) {
        return row instanceof Map<?, ?> ? (Map<String, Object>) row : Map.of();
    }
}
