package se.tidig.application.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.application.Applications;
import se.tidig.application.SubmittedApplicationReader;
import se.tidig.application.draft.DraftPeopleService;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.OpenDraft;
import se.tidig.application.draft.SecondSignatureService;
import se.tidig.application.draft.SecondSignatureService.Standing;
import se.tidig.application.draft.SecondSigning;
import se.tidig.application.draft.SigningRefused;
import se.tidig.application.draft.Submission;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** The second of two who sign together reads the application as it was submitted, and signs it. */
@Controller
class SecondSignaturePage {

    private final DraftService drafts;
    private final DraftPeopleService people;
    private final DraftSubmissionService submissions;
    private final SecondSignatureService signatures;
    private final Applications applications;
    private final SubmittedApplicationReader submitted;
    private final ApplicantAccounts accounts;
    private final DraftWords words;

    SecondSignaturePage(
            DraftService drafts,
            DraftPeopleService people,
            DraftSubmissionService submissions,
            SecondSignatureService signatures,
            Applications applications,
            SubmittedApplicationReader submitted,
            ApplicantAccounts accounts,
            DraftWords words) {
        this.drafts = drafts;
        this.people = people;
        this.submissions = submissions;
        this.signatures = signatures;
        this.applications = applications;
        this.submitted = submitted;
        this.accounts = accounts;
        this.words = words;
    }

    @GetMapping("/utkast/{id}/underskrift")
    String show(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        if (people.invited(who.getName(), id).isPresent()) {
            return "redirect:/utkast/" + id + "/inbjudan";
        }
        var draft = drafts.open(who.getName(), id);
        var submission = submission(id);
        if (signatures.standing(draft, submission, who.getName()) != Standing.MAY_SIGN) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var name = accounts.find(who.getName()).map(ApplicantPerson::name).orElse("");
        var written = new SecondSigning(name, draft.membership().position(), false, false);
        return page(draft, submission, written, Map.of(), language, model);
    }

    private Submission submission(UUID id) {
        return submissions
                .of(id)
                .filter(Submission::isJoint)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(
            OpenDraft draft,
            Submission submission,
            SecondSigning written,
            Map<String, String> wrong,
            Locale language,
            Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("submission", submission);
        model.addAttribute("received", words.second(submission.receivedAt(), language));
        var application = applications.get(submission.reference());
        model.addAttribute("submitted", submitted.of(application));
        model.addAttribute("files", submitted.files(application));
        model.addAttribute("written", written);
        model.addAttribute("wrong", wrong);
        model.addAttribute("summary", summary(wrong));
        return "application/second-signature";
    }

    private static Map<String, String> summary(Map<String, String> wrong) {
        var summary = new LinkedHashMap<String, String>();
        wrong.forEach((key, message) -> summary.put(key.isEmpty() ? "declaration" : key, message));
        return summary;
    }

    @PostMapping("/utkast/{id}/underskrift")
    String sign(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Authentication who,
            Locale language,
            Model model) {
        var written = new SecondSigning(
                sent.get("signer"), sent.get("role"), sent.containsKey("truthful"), sent.containsKey("entitled"));
        try {
            signatures.sign(who.getName(), id, written);
            return "redirect:/utkast/" + id + "/kvitto";
        } catch (SigningRefused e) {
            var wrong = words.get(e.reasons(), language);
            return page(drafts.open(who.getName(), id), submission(id), written, wrong, language, model);
        }
    }
}
