package se.tidig.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Applications;
import se.tidig.casefile.process.LaterConflictService;
import se.tidig.form.CaseTask;
import se.tidig.form.FormSchema;
import se.tidig.form.FormValidator;
import se.tidig.form.Rejected;

/**
 * Lets a person who has declared that they have no conflict of interest declare one that they have learned of, for
 * themself only.
 */
@Controller
class LaterConflictPage {

    private static final String PAGE = "casefile/conflict";

    private final LaterConflictService conflict;
    private final FormValidator validator;
    private final Applications applications;
    private final CaseDoor door;

    LaterConflictPage(
            LaterConflictService conflict, FormValidator validator, Applications applications, CaseDoor door) {
        this.conflict = conflict;
        this.validator = validator;
        this.applications = applications;
        this.door = door;
    }

    @GetMapping("/arenden/{reference}/jav")
    String ask(@PathVariable Reference reference, Authentication who, HttpServletResponse response, Model model) {
        model.addAttribute("reference", reference);
        if (Boolean.TRUE.equals(model.getAttribute("declared"))) {
            return PAGE;
        }
        var person = checked(reference, who);
        if (isRefused(person, response, model)) {
            return "casefile/refused";
        }
        fill(model, conflict.form(reference), Map.of());
        return PAGE;
    }

    @PostMapping("/arenden/{reference}/jav")
    String declare(
            @PathVariable Reference reference,
            @RequestParam Map<String, String> posted,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var person = checked(reference, who);
        if (isRefused(person, response, model)) {
            return "casefile/refused";
        }
        var form = conflict.form(reference);
        var given = new LinkedHashMap<String, Object>();
        form.inputKeys().stream()
                .filter(key -> !posted.getOrDefault(key, "").isBlank())
                .forEach(key -> given.put(key, posted.get(key).strip()));
        try {
            conflict.declare(person, validator.validate(form, given, Map.of()));
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("reference", reference);
            model.addAttribute("wrong", refused.getMessage());
            fill(model, form, posted);
            return PAGE;
        }
        next.addFlashAttribute("declared", true);
        next.addAttribute("reference", reference);
        return "redirect:/arenden/{reference}/jav";
    }

    private CaseTask checked(Reference reference, Authentication who) {
        door.checkBoard(reference, Actor.of(who.getName()));
        if (applications.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return door.describe(reference, Actor.of(who.getName()));
    }

    private boolean isRefused(CaseTask person, HttpServletResponse response, Model model) {
        var refusal = door.refusal(person)
                .or(() -> conflict.isOpenTo(person)
                        ? Optional.empty()
                        : Optional.of("Du har inte svarat på frågan om jäv i ärendet. Den ställs när du gör din"
                                + " första uppgift i det."));
        refusal.ifPresent(why -> {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", why);
        });
        return refusal.isPresent();
    }

    /** Adds the form's questions in the form's words, and the given answers. */
    private void fill(Model model, FormSchema form, Map<String, String> given) {
        var questions = form.inputKeys().stream()
                .flatMap(key -> form.component(key).stream())
                .map(question -> new Question(
                        question.key(),
                        question.label(),
                        question.text("description"),
                        alternatives(form, question.key()),
                        given.getOrDefault(question.key(), "")))
                .toList();
        model.addAttribute("questions", questions);
    }

    /** The alternatives without the one that says that there is no conflict, which the person has given before. */
    private Map<String, String> alternatives(FormSchema form, String key) {
        var alternatives = new LinkedHashMap<>(form.options(key));
        if (key.equals(conflict.key())) {
            alternatives.remove(conflict.none());
        }
        return alternatives;
    }

    /**
     * A question of the form.
     *
     * @param hint may be null
     * @param alternatives the words by their value; empty if the answer is free text
     */
    record Question(String key, String label, String hint, Map<String, String> alternatives, String given) {}
}
