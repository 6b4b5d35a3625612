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
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.Applications;
import se.tidig.application.DiaryNumberRefused;

/** Lets a registrar of the board set the diary number that the board's records system has given. */
@Controller
class DiaryNumberPage {

    private final Applications applications;
    private final ApplicationProgressService progress;
    private final CaseDoor door;

    DiaryNumberPage(Applications applications, ApplicationProgressService progress, CaseDoor door) {
        this.applications = applications;
        this.progress = progress;
        this.door = door;
    }

    @PostMapping("/arenden/{reference}/diarienummer")
    String renumber(
            @PathVariable Reference reference,
            @RequestParam(defaultValue = "") String diaryNumber,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        door.checkBoard(reference, Actor.of(who.getName()));
        if (!door.isRegistrar(Actor.of(who.getName()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (applications.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var refusal = door.refusal(door.describe(reference, Actor.of(who.getName())));
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("why", refusal.get());
            return "casefile/refused";
        }
        try {
            progress.renumber(reference, diaryNumber, Actor.of(who.getName()));
            next.addFlashAttribute("renumbered", true);
        } catch (DiaryNumberRefused refused) {
            next.addFlashAttribute("diaryRefused", refused.why().name());
            next.addFlashAttribute("diaryTyped", diaryNumber);
        }
        next.addAttribute("reference", reference);
        return "redirect:/arenden/{reference}#diary";
    }
}
