package se.tidig.application.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.application.draft.DraftConflict;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.OpenDraft;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormPart;

/** Shows the answers that a colleague changed at the same time, both texts of each, and lets the person choose. */
@Controller
class DraftConflictPage {

    private final DraftService drafts;
    private final DraftDesk desk;
    private final DraftWords words;

    DraftConflictPage(DraftService drafts, DraftDesk desk, DraftWords words) {
        this.drafts = drafts;
        this.desk = desk;
        this.words = words;
    }

    /**
     * A question with two answers.
     *
     * @param who saved the answer that stands; null if it was taken away
     * @param joint both texts after each other; null if the answer is no text
     */
    public record Both(
            String question,
            String label,
            String theirs,
            String who,
            Instant savedAt,
            String mine,
            Instant typedAt,
            String joint) {}

    @GetMapping("/utkast/{id}/{part}/samtidigt")
    String show(@PathVariable UUID id, @PathVariable String part, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        var group = group(part);
        var both = draft.conflicts().stream()
                .filter(conflict -> DraftListPage.holds(group, conflict.question()))
                .map(conflict -> both(draft, conflict, who.getName(), language))
                .toList();
        if (both.isEmpty() || draft.draft().submitted()) {
            return "redirect:/utkast/" + id + (draft.draft().submitted() ? "/kvitto" : "/" + part);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("part", part);
        model.addAttribute("title", title(draft, part, language));
        model.addAttribute("both", both);
        return "application/conflict";
    }

    private String title(OpenDraft draft, String part, Locale language) {
        return desk.parts(draft, language).stream()
                .filter(found -> found.id().equals(part))
                .map(FormPart::title)
                .findFirst()
                .orElse(part);
    }

    private FormComponent group(String part) {
        return desk.form().parts().stream()
                .filter(found -> found.id().equals(part))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Both both(OpenDraft draft, DraftConflict conflict, String me, Locale language) {
        var question = desk.form(language).component(conflict.question());
        var typed = draft.typed().get(conflict.question());
        var theirs = typed == null ? null : typed.value();
        return new Both(
                conflict.question(),
                AnswerWords.question(question, conflict.question()),
                said(question, theirs),
                typed == null
                        ? null
                        : words.names(List.of(typed.by()), me, language).get(typed.by()),
                typed == null ? null : typed.at(),
                said(question, conflict.mine()),
                conflict.at(),
                isText(question) ? joint(theirs, conflict.mine(), question) : null);
    }

    private static String said(Optional<FormComponent> question, Object value) {
        return value == null ? "" : AnswerWords.answer(question, value);
    }

    private static boolean isText(Optional<FormComponent> question) {
        return question.filter(
                        found -> found.type() == ComponentType.TEXTAREA || found.type() == ComponentType.TEXTFIELD)
                .isPresent();
    }

    private static String joint(Object theirs, Object mine, Optional<FormComponent> question) {
        var between =
                question.filter(found -> found.type() == ComponentType.TEXTAREA).isPresent() ? "\n\n" : " ";
        return theirs == null || mine == null
                ? String.valueOf(theirs == null ? mine : theirs)
                : theirs + between + mine;
    }

    @PostMapping("/utkast/{id}/{part}/samtidigt")
    String choose(
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam Map<String, String> sent,
            Authentication who,
            Locale language,
            RedirectAttributes next) {
        var draft = drafts.open(who.getName(), id);
        var group = group(part);
        var stands = true;
        for (var conflict : draft.conflicts()) {
            var question = conflict.question();
            var choice = end(sent.get("keep-" + question));
            if (!DraftListPage.holds(group, question) || choice.isEmpty()) {
                continue;
            }
            var joint = sent.get("joint-" + question);
            stands &= drafts.choose(
                    who.getName(),
                    id,
                    question,
                    choice.get(),
                    version(sent.get("draft-version")),
                    joint == null ? null : joint.replace("\r\n", "\n"));
        }
        if (!stands) {
            next.addFlashAttribute("again", true);
            next.addFlashAttribute("typed", sent);
            return "redirect:/utkast/" + id + "/" + part + "/samtidigt";
        }
        return "redirect:/utkast/" + id + "/" + part;
    }

    private static Optional<DraftConflict.End> end(String choice) {
        return Optional.ofNullable(choice).flatMap(name -> switch (name) {
            case "mine" -> Optional.of(DraftConflict.End.MINE);
            case "theirs" -> Optional.of(DraftConflict.End.THEIRS);
            case "joint" -> Optional.of(DraftConflict.End.JOINT);
            default -> Optional.empty();
        });
    }

    private static int version(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
