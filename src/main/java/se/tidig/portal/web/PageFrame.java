package se.tidig.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tidig.Actor;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/** Gives every page what its frame needs: who is logged in, the path, and how the language writes dates and money. */
@ControllerAdvice
class PageFrame {

    private final StaffRegister staff;
    private final ApplicantAccounts applicants;

    PageFrame(StaffRegister staff, ApplicantAccounts applicants) {
        this.staff = staff;
        this.applicants = applicants;
    }

    @ModelAttribute("visitor")
    Visitor visitor() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    private Visitor of(Authentication who) {
        if (who == null || !who.isAuthenticated()) {
            return Visitor.NOBODY;
        }
        if (has(who, "ROLE_STAFF")) {
            return new Visitor(
                    who.getName(),
                    staff.nameOf(Actor.of(who.getName())),
                    true,
                    staff.find(who.getName()).filter(Staff::seesCases).isPresent(),
                    isIn(who, StaffGroup.ADMINISTRATORS, StaffGroup.PROCESS_OWNERS),
                    isIn(who, StaffGroup.REGISTRARS, StaffGroup.CASE_OFFICERS),
                    isIn(who, StaffGroup.ADMINISTRATORS),
                    false);
        }
        if (has(who, "ROLE_NEWCOMER")) {
            return new Visitor(
                    who.getName(), staff.nameOf(Actor.of(who.getName())), false, false, false, false, false, false);
        }
        if (has(who, "ROLE_APPLICANT")) {
            var name = applicants.find(who.getName()).map(ApplicantPerson::name).orElse(who.getName());
            return new Visitor(who.getName(), name, false, false, false, false, false, true);
        }
        return Visitor.NOBODY;
    }

    private boolean isIn(Authentication who, StaffGroup... groups) {
        return staff.find(who.getName()).stream()
                .anyMatch(person -> Arrays.stream(groups).anyMatch(person::isIn));
    }

    private static boolean has(Authentication who, String role) {
        return who.getAuthorities().stream()
                .anyMatch(granted -> granted.getAuthority().equals(role));
    }

    /** The path of the page, for the link to its other language; on an error page, the path that was asked for. */
    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    @ModelAttribute("text")
    PageText text(Locale locale) {
        return new PageText(locale);
    }
}
