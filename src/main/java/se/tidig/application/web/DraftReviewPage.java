package se.tidig.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.DraftSubmissionService;
import se.tidig.application.draft.HandedInAnswers;
import se.tidig.application.draft.OpenDraft;
import se.tidig.call.Calls;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.eligibility.EligibilityFinding.Effect;
import se.tidig.form.AnswerWords;
import se.tidig.form.FormPages;
import se.tidig.form.FormPart;

/** All answers of a draft, and above them what the table of conditions would find of them. It blocks nothing. */
@Controller
class DraftReviewPage {

    private final DraftService drafts;
    private final DraftSubmissionService submissions;
    private final HandedInAnswers handedIn;
    private final ReviewWords review;
    private final DraftDesk desk;
    private final Calls calls;

    DraftReviewPage(
            DraftService drafts,
            DraftSubmissionService submissions,
            HandedInAnswers handedIn,
            ReviewWords review,
            DraftDesk desk,
            Calls calls) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.handedIn = handedIn;
        this.review = review;
        this.desk = desk;
        this.calls = calls;
    }

    /** A part with its questions and answers. */
    public record Part(FormPart part, List<ReviewWords.Row> rows) {}

    /** What the table would find, with the questions that it is about. */
    public record Found(EligibilityFinding finding, List<Place> places) {}

    /**
     * An answer that must be changed or given.
     *
     * @param leftOut whether something is typed that is not handed in until it is changed
     */
    public record Fault(String text, Place place, boolean leftOut) {}

    /** Where a question is. */
    public record Place(String label, String part, String anchor) {}

    @GetMapping("/utkast/{id}/granska")
    String show(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        if (draft.draft().submitted()) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var read = handedIn.of(draft, language);
        var findings = submissions.foresee(draft, read.answers()).findings();
        var parts = desk.parts(draft, language);
        model.addAttribute("draft", draft);
        model.addAttribute("call", calls.get(draft.draft().call()));
        model.addAttribute("parts", parts);
        model.addAttribute("faults", faults(read, parts, language));
        model.addAttribute("missing", found(findings, parts, true, language));
        model.addAttribute("unanswered", unanswered(read, findings, parts, language));
        model.addAttribute("findings", found(findings, parts, false, language));
        model.addAttribute("answers", answers(draft, parts, language));
        return "application/review";
    }

    private List<Part> answers(OpenDraft draft, List<FormPart> parts, Locale language) {
        var pages = desk.pages(draft, language);
        return parts.stream()
                .map(part -> new Part(part, review.rows(pages.get(part.id()), language)))
                .toList();
    }

    /** What is typed and wrong. */
    private List<Fault> faults(HandedInAnswers.Read read, List<FormPart> parts, Locale language) {
        return faults(read, parts, language, key -> isTyped(read, key));
    }

    /** What the form demands and nobody has answered, as far as the table does not ask for it. */
    private List<Fault> unanswered(
            HandedInAnswers.Read read, List<EligibilityFinding> findings, List<FormPart> parts, Locale language) {
        var asked = findings.stream()
                .filter(finding -> finding.effect() == Effect.COMPLETION)
                .flatMap(finding -> finding.questions().stream())
                .toList();
        return faults(read, parts, language, key -> !isTyped(read, key) && !asked.contains(key));
    }

    private static boolean isTyped(HandedInAnswers.Read read, String key) {
        return read.leftOut().contains(key) || read.answers().containsKey(key.replaceFirst("[.\\[].*", ""));
    }

    private List<Fault> faults(
            HandedInAnswers.Read read, List<FormPart> parts, Locale language, Predicate<String> told) {
        var faults = new ArrayList<Fault>();
        read.messages().forEach((key, message) -> {
            if (told.test(key)) {
                place(key, parts, language)
                        .ifPresent(place -> faults.add(
                                new Fault(message, place, read.leftOut().contains(key))));
            }
        });
        return faults;
    }

    private List<Found> found(
            List<EligibilityFinding> findings, List<FormPart> parts, boolean completion, Locale language) {
        return findings.stream()
                .filter(finding -> (finding.effect() == Effect.COMPLETION) == completion)
                .map(finding -> new Found(
                        finding,
                        finding.questions().stream()
                                .flatMap(question -> place(question, parts, language).stream())
                                .toList()))
                .toList();
    }

    private Optional<Place> place(String key, List<FormPart> parts, Locale language) {
        var form = desk.form(language);
        var question = key.replaceFirst("\\[.*", "");
        return form.parts().stream()
                .filter(group -> DraftListPage.holds(group, question))
                .filter(group -> parts.stream().anyMatch(part -> part.id().equals(group.id())))
                .map(group -> new Place(
                        AnswerWords.question(form.component(question), question), group.id(), FormPages.id(key)))
                .findFirst();
    }
}
