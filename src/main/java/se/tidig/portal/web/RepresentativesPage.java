package se.tidig.portal.web;

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
import se.tidig.Actor;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.OrganisationPeopleService;
import se.tidig.organisation.OrganisationRefusal;

/** Registrars and officers let the first person in to an organisation that has cases and nobody in the portal. */
@Controller
class RepresentativesPage {

    private static final String PAGE = "/foretradare";

    private final OrganisationPeopleService people;
    private final StaffRegister staff;

    RepresentativesPage(OrganisationPeopleService people, StaffRegister staff) {
        this.people = people;
        this.staff = staff;
    }

    @GetMapping(PAGE)
    String show(Authentication who, Model model) {
        mayAnswer(who);
        model.addAttribute("requests", people.requestsToStaff());
        return "organisation/representatives";
    }

    @PostMapping(PAGE + "/{request}")
    String answer(
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String answer,
            Authentication who,
            RedirectAttributes next) {
        mayAnswer(who);
        if (!answer.equals("yes") && !answer.equals("no")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            var answered = people.answerAsStaff(request, answer.equals("yes"), staff.nameOf(Actor.of(who.getName())));
            next.addFlashAttribute("done", answer.equals("yes") ? "admitted" : "refused");
            next.addFlashAttribute("about", answered.name());
        } catch (OrganisationRefusal refused) {
            next.addFlashAttribute("refused", refused.reason().name());
        }
        return "redirect:" + PAGE;
    }

    private void mayAnswer(Authentication who) {
        var allowed = staff.find(who.getName())
                .filter(person -> person.isIn(StaffGroup.REGISTRARS) || person.isIn(StaffGroup.CASE_OFFICERS));
        if (allowed.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
