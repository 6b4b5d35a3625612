package se.tidig.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.form.Rejected;

/** Lets a process owner open one case for a limited time, with a reason. */
@Controller
class OpenCasePage {

    private final CaseOpenings openings;
    private final CaseDoor door;

    OpenCasePage(CaseOpenings openings, CaseDoor door) {
        this.openings = openings;
        this.door = door;
    }

    @PostMapping("/arenden/{reference}/oppna")
    String open(
            @PathVariable Reference reference,
            @RequestParam(defaultValue = "") String reason,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        door.checkBoard(reference, Actor.of(who.getName()));
        if (!door.hasPage(reference)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (openings.isShut(reference, Actor.of(who.getName()))) {
            try {
                openings.open(reference, reason, Actor.of(who.getName()));
            } catch (Rejected refused) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("reference", reference);
                model.addAttribute("wrong", refused.getMessage());
                model.addAttribute("reason", reason);
                return "casefile/open-case";
            }
        }
        next.addAttribute("reference", reference);
        return "redirect:/arenden/{reference}";
    }
}
