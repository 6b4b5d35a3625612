package se.tidig.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.application.draft.DraftPeopleRefusal;
import se.tidig.application.draft.DraftPeopleService;
import se.tidig.application.draft.DraftService;
import se.tidig.call.Calls;
import se.tidig.organisation.EmailAddress;
import se.tidig.organisation.Right;

/** Who takes part in a draft: the organisation's people, and those who are invited to this draft alone. */
@Controller
class DraftPeoplePage {

    private final DraftService drafts;
    private final DraftPeopleService people;
    private final Calls calls;
    private final DraftWords words;

    DraftPeoplePage(DraftService drafts, DraftPeopleService people, Calls calls, DraftWords words) {
        this.drafts = drafts;
        this.people = people;
        this.calls = calls;
        this.words = words;
    }

    @GetMapping("/utkast/{id}/personer")
    String show(@PathVariable UUID id, Authentication who, Model model) {
        return page(id, who, Map.of(), "", Right.WRITE, model);
    }

    private String page(
            UUID id, Authentication who, Map<String, String> errors, String email, Right chosen, Model model) {
        var draft = drafts.open(who.getName(), id);
        model.addAttribute("draft", draft);
        model.addAttribute("call", calls.get(draft.draft().call()));
        model.addAttribute("circle", people.circle(who.getName(), id));
        model.addAttribute("rights", EnumSet.allOf(Right.class));
        model.addAttribute("errors", errors);
        model.addAttribute("email", email);
        model.addAttribute("chosen", chosen);
        return "application/people";
    }

    @PostMapping("/utkast/{id}/personer")
    String invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "right", defaultValue = "WRITE") Right right,
            Authentication who,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(id, who, Map.of("email", words.get("account.wrong.email", language)), email, right, model);
        }
        return told(
                id,
                next,
                "invited",
                address.get().text(),
                () -> people.invite(who.getName(), id, address.get().text(), right, language));
    }

    @PostMapping("/utkast/{id}/personer/{guest}/ta-bort")
    String remove(@PathVariable UUID id, @PathVariable UUID guest, Authentication who, RedirectAttributes next) {
        var own = people.circle(who.getName(), id).own();
        var page = told(id, next, "removed", "", () -> people.remove(who.getName(), id, guest));
        return own != null && own.id().equals(guest) ? "redirect:/mina-sidor" : page;
    }

    private static String told(UUID id, RedirectAttributes next, String done, String about, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("done", done);
            next.addFlashAttribute("about", about);
        } catch (DraftPeopleRefusal refused) {
            if (refused.reason() == DraftPeopleRefusal.Reason.NOT_DECIDING) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            next.addFlashAttribute("refused", refused.reason().name());
        }
        return "redirect:/utkast/" + id + "/personer";
    }

    @GetMapping("/utkast/{id}/inbjudan")
    String invitation(@PathVariable UUID id, Authentication who, Model model) {
        var invited = people.invited(who.getName(), id);
        if (invited.isEmpty()) {
            // Already accepted, or none of the person's: the draft decides.
            drafts.open(who.getName(), id);
            return "redirect:/utkast/" + id;
        }
        model.addAttribute("invited", invited.get());
        model.addAttribute("call", calls.get(invited.get().draft().call()));
        return "application/invitation";
    }

    @PostMapping("/utkast/{id}/inbjudan")
    String answer(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String answer, Authentication who, Model model) {
        if (people.invited(who.getName(), id).isEmpty()) {
            drafts.open(who.getName(), id);
            return "redirect:/utkast/" + id;
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            people.answer(who.getName(), id, answer.equals("yes"));
        } catch (DraftPeopleRefusal answeredMeanwhile) {
            return "redirect:/utkast/" + id;
        }
        if (answer.equals("no")) {
            return "redirect:/mina-sidor";
        }
        return "redirect:/utkast/" + id
                + (drafts.open(who.getName(), id).draft().submitted() ? "/underskrift" : "");
    }
}
