package se.tidig.application.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.Reference;
import se.tidig.application.draft.DraftService;
import se.tidig.application.draft.FormChange;
import se.tidig.application.draft.HandedInAnswers;
import se.tidig.application.draft.OpenDraft;
import se.tidig.application.draft.Visit;
import se.tidig.call.Calls;
import se.tidig.form.AnswerWords;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormPages;
import se.tidig.form.FormPart;

/** The list of a draft's parts: how far each has come, what has changed in the form, and who else writes. */
@Controller
class DraftListPage {

    private final DraftService drafts;
    private final DraftDesk desk;
    private final HandedInAnswers handedIn;
    private final DraftWords words;
    private final Calls calls;
    private final Clock clock;

    DraftListPage(
            DraftService drafts, DraftDesk desk, HandedInAnswers handedIn, DraftWords words, Calls calls, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.handedIn = handedIn;
        this.words = words;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/utkast/{id}")
    String show(@PathVariable UUID id, Authentication who, Locale language, Model model) {
        var draft = drafts.open(who.getName(), id);
        if (draft.draft().submitted()) {
            return "redirect:/utkast/" + id + "/kvitto";
        }
        var call = calls.get(draft.draft().call());
        var parts = desk.parts(draft, language);
        var others = drafts.others(who.getName(), id);
        model.addAttribute("draft", draft);
        model.addAttribute("call", call);
        model.addAttribute("parts", parts);
        model.addAttribute("done", done(parts));
        model.addAttribute("left", words.left(call, language));
        model.addAttribute("closed", !call.inTimeUntil().isAfter(clock.instant()));
        model.addAttribute("changed", changed(draft, language));
        model.addAttribute("moved", !call.closesAt().equals(draft.draft().toldClosing()));
        model.addAttribute("earlier", drafts.earlierApplications(draft));
        model.addAttribute("others", others);
        model.addAttribute("names", words.names(people(draft, others), who.getName(), language));
        return "application/draft";
    }

    private static long done(List<FormPart> parts) {
        return parts.stream()
                .filter(part -> part.status() == FormPart.Status.DONE)
                .count();
    }

    private static List<String> people(OpenDraft draft, List<Visit> others) {
        return Stream.of(
                        Stream.ofNullable(draft.draft().savedBy()),
                        others.stream().map(Visit::person),
                        draft.savedParts().values().stream().map(saved -> saved.by()))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    /** Questions that are new, put differently or gone. */
    public record Changed(List<Question> added, List<Question> changed, List<Question> gone) {

        /**
         * A question and where it is.
         *
         * @param part the id of the part that it stands in; null if it is gone
         * @param anchor the id of its first control; null if it is gone
         * @param typed what has been answered, if no page shows it now; null otherwise
         */
        public record Question(String label, String part, String anchor, String typed) {}

        public boolean isEmpty() {
            return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
        }
    }

    private Changed changed(OpenDraft draft, Locale language) {
        FormChange change = drafts.formChange(draft.draft());
        if (change.isEmpty()) {
            return new Changed(List.of(), List.of(), List.of());
        }
        var unread = handedIn.of(draft, language).leftOut();
        return new Changed(
                questions(change.added(), key -> null, language),
                questions(change.changed(), key -> unread.contains(key) ? typed(draft, key) : null, language),
                change.gone().entrySet().stream()
                        .map(gone -> new Changed.Question(gone.getValue(), null, null, typed(draft, gone.getKey())))
                        .toList());
    }

    private static String typed(OpenDraft draft, String question) {
        var typed = draft.typed().get(question);
        return typed == null ? null : AnswerWords.answer(Optional.empty(), typed.value());
    }

    private List<Changed.Question> questions(List<String> keys, UnaryOperator<String> typed, Locale language) {
        var form = desk.form(language);
        return keys.stream()
                .flatMap(key -> form.parts().stream()
                        .filter(part -> holds(part, key))
                        .map(part -> new Changed.Question(
                                AnswerWords.question(form.component(key), key),
                                part.id(),
                                FormPages.id(key),
                                typed.apply(key))))
                .toList();
    }

    static boolean holds(FormComponent group, String key) {
        return group.children().stream()
                .anyMatch(child -> child.type() == ComponentType.GROUP ? holds(child, key) : key.equals(child.key()));
    }

    /** The person has read what has changed. */
    @PostMapping("/utkast/{id}/last")
    String read(@PathVariable UUID id, Authentication who) {
        drafts.told(who.getName(), id);
        return "redirect:/utkast/" + id;
    }

    @PostMapping("/utkast/{id}/kopiera")
    String copy(
            @PathVariable UUID id,
            @RequestParam(required = false) Reference reference,
            Authentication who,
            RedirectAttributes next) {
        drafts.copy(who.getName(), id, reference);
        next.addFlashAttribute("copied", reference == null ? null : reference.value());
        return "redirect:/utkast/" + id;
    }
}
