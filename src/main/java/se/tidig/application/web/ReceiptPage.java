package se.tidig.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tidig.application.Applications;
import se.tidig.application.draft.DraftConflict;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.Submission;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.call.Calls;
import se.tidig.document.Uploads;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;

/** The receipt of an application, in time or late, and the application as it was handed in. */
@Controller
class ReceiptPage {

    private final DraftService drafts;
    private final DraftSubmissionService submissions;
    private final Applications applications;
    private final DisplayRuleSource rules;
    private final Uploads uploads;
    private final DraftWords words;
    private final Calls calls;

    ReceiptPage(
            DraftService drafts,
            DraftSubmissionService submissions,
            Applications applications,
            DisplayRuleSource rules,
            Uploads uploads,
            DraftWords words,
            Calls calls) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.rules = rules;
        this.uploads = uploads;
        this.words = words;
        this.calls = calls;
    }

    @GetMapping("/utkast/{id}/kvitto")
    String receipt(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        var submission = submissions.of(id);
        if (submission.isEmpty()) {
            return "redirect:/utkast/" + id;
        }
        show(submission.get(), language, model);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "kept",
                draft.conflicts().stream()
                        .filter(conflict ->
                                conflict.at().isAfter(submission.get().receivedAt()))
                        .map(conflict -> kept(submission.get(), conflict))
                        .toList());
        return "application/receipt";
    }

    private void show(Submission submission, Locale language, Model model) {
        var application = applications.get(submission.reference());
        var call = calls.get(application.call());
        var last = call.inTimeUntil();
        model.addAttribute("submission", submission);
        model.addAttribute("applied", application);
        model.addAttribute("call", call);
        model.addAttribute("received", words.second(submission.receivedAt(), language));
        model.addAttribute("last", words.second(last, language));
        model.addAttribute(
                "late",
                submission.receivedAt().isAfter(last) ? words.late(last, submission.receivedAt(), language) : null);
        model.addAttribute("files", uploads.of(submission.reference()));
    }

    /** A part of the application with its questions and answers. */
    public record Part(String title, List<Row> rows) {}

    /** A question and its answer. */
    public record Row(String question, String answer) {}

    private Row kept(Submission submission, DraftConflict conflict) {
        var question = form(submission).flatMap(form -> form.component(conflict.question()));
        return new Row(
                AnswerWords.question(question, conflict.question()),
                conflict.mine() == null ? "" : AnswerWords.answer(question, conflict.mine()));
    }

    private Optional<FormSchema> form(Submission submission) {
        return rules.ofReference(submission.reference()).form(Facts.FORM);
    }

    @GetMapping("/utkast/{id}/inskickat")
    String submitted(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        var submission = submissions.of(id);
        if (submission.isEmpty()) {
            return "redirect:/utkast/" + id;
        }
        show(submission.get(), language, model);
        model.addAttribute("draft", draft);
        model.addAttribute("parts", parts(submission.get()));
        return "application/submitted";
    }

    private List<Part> parts(Submission submission) {
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
