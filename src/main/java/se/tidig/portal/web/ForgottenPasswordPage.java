package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.organisation.ApplicantAccountService;

/** A person who has forgotten the password gets a link by mail and chooses a new one. */
@Controller
class ForgottenPasswordPage {

    private final ApplicantAccountService accounts;
    private final LinkRequest links;
    private final AccountWords words;

    ForgottenPasswordPage(ApplicantAccountService accounts, LinkRequest links, AccountWords words) {
        this.accounts = accounts;
        this.links = links;
        this.words = words;
    }

    @GetMapping("/konto/glomt")
    String show(Model model) {
        return links.page(model, "forgotten");
    }

    @PostMapping("/konto/glomt")
    String send(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return links.take(
                "forgotten",
                email,
                locale,
                model,
                request,
                response,
                address -> accounts.forgotPassword(address, locale),
                "/konto/glomt/skickat");
    }

    @GetMapping("/konto/glomt/skickat")
    String sent(Model model) {
        model.addAttribute("what", "forgotten");
        return "account/sent";
    }

    @GetMapping("/konto/nytt-losenord/{secret}")
    String askForPassword(@PathVariable String secret, Model model, HttpServletResponse response) {
        return page(secret, Map.of(), model, response);
    }

    private String page(String secret, Map<String, String> errors, Model model, HttpServletResponse response) {
        var person = accounts.resetBy(secret);
        model.addAttribute("usable", person.isPresent());
        model.addAttribute("email", person.map(known -> known.email()).orElse(null));
        model.addAttribute("errors", errors);
        if (person.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
        } else if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return "account/reset";
    }

    @PostMapping("/konto/nytt-losenord/{secret}")
    String choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var person = accounts.resetBy(secret);
        var errors = words.errors(locale);
        person.ifPresent(known -> errors.password("password", known.email(), null, password));
        if (!errors.any() && accounts.reset(secret, password, locale)) {
            return "redirect:/login?nytt";
        }
        return page(secret, errors.found(), model, response);
    }
}
