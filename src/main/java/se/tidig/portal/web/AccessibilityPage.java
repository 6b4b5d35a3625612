package se.tidig.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.EmailAddress;

/** The accessibility statement (lag 2018:1937) with a form to tell of what does not work, and the administrators' list. */
@Controller
class AccessibilityPage {

    private static final int LONGEST = 4_000;

    private final AccessibilityReports reports;
    private final StaffRegister staff;

    AccessibilityPage(AccessibilityReports reports, StaffRegister staff) {
        this.reports = reports;
        this.staff = staff;
    }

    @GetMapping("/tillganglighet")
    String statement() {
        return "portal/accessibility";
    }

    @PostMapping("/tillganglighet")
    ModelAndView tell(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes next) {
        var wrong = wrong(what.strip(), email.strip());
        if (wrong == null && !reports.add(what.strip(), email.isBlank() ? null : email.strip())) {
            wrong = "full";
        }
        if (wrong != null) {
            var page = new ModelAndView("portal/accessibility", HttpStatus.BAD_REQUEST);
            page.addObject("what", what);
            page.addObject("email", email);
            page.addObject("wrong", wrong);
            return page;
        }
        next.addFlashAttribute("told", true);
        return new ModelAndView("redirect:/tillganglighet#tell");
    }

    private static String wrong(String what, String email) {
        if (what.isEmpty()) {
            return "what";
        }
        if (what.length() > LONGEST) {
            return "long";
        }
        return email.isEmpty() || EmailAddress.read(email).isPresent() ? null : "email";
    }

    @GetMapping("/personal/tillganglighet")
    String reports(Authentication who, Model model) {
        checkAdministrator(who);
        model.addAttribute("reports", reports.unanswered());
        return "portal/accessibility-reports";
    }

    @PostMapping("/personal/tillganglighet/{report}")
    String answer(@PathVariable long report, Authentication who) {
        checkAdministrator(who);
        reports.answer(report, who.getName());
        return "redirect:/personal/tillganglighet";
    }

    private void checkAdministrator(Authentication who) {
        if (staff.find(who.getName())
                .filter(person -> person.isIn(StaffGroup.ADMINISTRATORS))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
