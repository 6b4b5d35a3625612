package se.tidig.application.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.application.Applications;
import se.tidig.application.SubmittedApplicationReader;
import se.tidig.application.draft.DraftConflict;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.SecondSignatureService;
import se.tidig.application.draft.Submission;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.call.Calls;
import se.tidig.document.Download;
import se.tidig.eligibility.Facts;
import se.tidig.form.AnswerWords;
import se.tidig.form.FormSchema;

/** The receipt of an application, in time or late, and the application as it was handed in. */
@Controller
class ReceiptPage {

    private final DraftService drafts;
    private final DraftSubmissionService submissions;
    private final SecondSignatureService signatures;
    private final Applications applications;
    private final DisplayRuleSource rules;
    private final DraftWords words;
    private final Calls calls;
    private final SubmittedApplicationReader copies;

    ReceiptPage(
            DraftService drafts,
            DraftSubmissionService submissions,
            SecondSignatureService signatures,
            Applications applications,
            DisplayRuleSource rules,
            DraftWords words,
            Calls calls,
            SubmittedApplicationReader copies) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.signatures = signatures;
        this.applications = applications;
        this.rules = rules;
        this.words = words;
        this.calls = calls;
        this.copies = copies;
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
        model.addAttribute("standing", signatures.standing(draft, submission.get(), who.getName()));
        model.addAttribute("signed", signed(submission.get(), language));
        model.addAttribute(
                "kept",
                draft.conflicts().stream()
                        .filter(conflict ->
                                conflict.at().isAfter(submission.get().receivedAt()))
                        .map(conflict -> kept(submission.get(), conflict))
                        .toList());
        return "application/receipt";
    }

    /** When the second of two signed; null if they have not. */
    private String signed(Submission submission, Locale language) {
        return submission.second() == null
                ? null
                : words.second(submission.second().signedAt(), language);
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
        model.addAttribute("files", copies.files(application));
    }

    /** An answer that the person had typed and that was not handed in. */
    record Kept(String question, String answer) {}

    private Kept kept(Submission submission, DraftConflict conflict) {
        var question = form(submission).flatMap(form -> form.component(conflict.question()));
        return new Kept(
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
        model.addAttribute("standing", signatures.standing(draft, submission.get(), who.getName()));
        model.addAttribute("signed", signed(submission.get(), language));
        model.addAttribute(
                "submitted", copies.of(applications.get(submission.get().reference())));
        return "application/submitted";
    }

    @GetMapping("/utkast/{id}/inskickat/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Authentication who) {
        drafts.open(who.getName(), id);
        var reference = submissions
                .of(id)
                .map(Submission::reference)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(
                "Ansökan " + reference + ".pdf",
                MediaType.APPLICATION_PDF_VALUE,
                copies.pdf(applications.get(reference)));
    }
}
