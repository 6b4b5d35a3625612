package se.tidig.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
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
import se.tidig.casefile.process.EarlyEndService;
import se.tidig.form.Rejected;

/** Lets an administrator of the board end a process early, with a reason that the case's journal keeps. */
@Controller
class EarlyEndPage {

    private final EarlyEndService ending;
    private final CaseDoor door;

    EarlyEndPage(EarlyEndService ending, CaseDoor door) {
        this.ending = ending;
        this.door = door;
    }

    @GetMapping("/processer/{instance}/avsluta")
    String ask(@PathVariable String instance, Authentication who, HttpServletResponse response, Model model) {
        var running = checked(instance, who);
        if (isRefused(running, who, response, model)) {
            return "casefile/refused";
        }
        model.addAttribute("running", running);
        return "casefile/early-end";
    }

    @PostMapping("/processer/{instance}/avsluta")
    String end(
            @PathVariable String instance,
            @RequestParam(defaultValue = "") String reason,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        var running = checked(instance, who);
        if (isRefused(running, who, response, model)) {
            return "casefile/refused";
        }
        try {
            ending.end(instance, reason, Actor.of(who.getName()));
        } catch (Rejected refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("running", running);
            model.addAttribute("wrong", refused.getMessage());
            model.addAttribute("reason", reason);
            return "casefile/early-end";
        }
        var reference = running.reference().filter(door::hasPage);
        if (reference.isEmpty()) {
            return "redirect:/camunda/app/cockpit/default/";
        }
        next.addFlashAttribute("ended", running.name());
        next.addAttribute("reference", reference.get());
        return "redirect:/arenden/{reference}";
    }

    /** A person who is no administrator of the board gets the same answer whether the process runs or not. */
    private EarlyEndService.Running checked(String instance, Authentication who) {
        if (!door.isAdministrator(Actor.of(who.getName()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return ending.find(instance)
                .filter(running -> running.board() == null || door.worksFor(running.board(), Actor.of(who.getName())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isRefused(
            EarlyEndService.Running running, Authentication who, HttpServletResponse response, Model model) {
        var refusal = running.reference()
                .flatMap(reference -> door.refusal(door.describe(reference, Actor.of(who.getName()))));
        refusal.ifPresent(why -> {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", why);
        });
        return refusal.isPresent();
    }
}
