package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tidig.engine.OwnPassword;
import se.tidig.organisation.ApplicantAccountService;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.PlainName;

/** A person's own account: name, password and the newest log-ins. */
@Controller
class OwnAccountPage {

    private static final int LOGINS = 20;

    private final ApplicantAccounts people;
    private final ApplicantAccountService accounts;
    private final OwnPassword passwords;
    private final AccountWords words;

    OwnAccountPage(
            ApplicantAccounts people, ApplicantAccountService accounts, OwnPassword passwords, AccountWords words) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.words = words;
    }

    @GetMapping("/mina-sidor/konto")
    String show(Authentication who, Model model) {
        var person = person(who);
        return page(person, Map.of(), person.name(), model);
    }

    private ApplicantPerson person(Authentication who) {
        return people.find(who.getName()).orElseThrow();
    }

    private String page(ApplicantPerson person, Map<String, String> errors, String name, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("logins", people.logins(person.id(), LOGINS));
        model.addAttribute("errors", errors);
        model.addAttribute("name", name);
        return "account/own";
    }

    @PostMapping("/mina-sidor/konto/namn")
    String rename(
            @RequestParam(defaultValue = "") String name,
            Authentication who,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = person(who);
        var plain = PlainName.read(name);
        if (plain.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var errors = words.errors(locale).add(true, "name", "account.wrong.name");
            return page(person, errors.found(), name, model);
        }
        accounts.rename(person, plain.get().text());
        next.addFlashAttribute("saved", true);
        return "redirect:/mina-sidor/konto";
    }

    @PostMapping("/mina-sidor/konto/losenord")
    String changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Authentication who,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = person(who);
        var errors = words.errors(locale).password("password", person.email(), current, password);
        if (!errors.any()) {
            var outcome = passwords.checkApplicant(person.email(), current, request.getRemoteAddr());
            errors.add(outcome == OwnPassword.Outcome.NOT_CURRENT, "current", "password.wrong.current")
                    .add(outcome == OwnPassword.Outcome.MUST_WAIT, "current", "password.wrong.wait");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(person, errors.found(), person.name(), model);
        }
        accounts.changePassword(person, password, locale);
        new SecurityContextLogoutHandler().logout(request, response, who);
        return "redirect:/login?nytt";
    }
}
