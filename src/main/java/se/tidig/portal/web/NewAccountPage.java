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
import se.tidig.engine.AttemptLimit;
import se.tidig.organisation.ApplicantAccountService;
import se.tidig.organisation.EmailAddress;
import se.tidig.organisation.PlainName;

/** A visitor makes an account and confirms the address with the link in the mail. */
@Controller
class NewAccountPage {

    private final ApplicantAccountService accounts;
    private final AttemptLimit limit;
    private final LinkRequest links;
    private final AccountWords words;

    NewAccountPage(ApplicantAccountService accounts, AttemptLimit limit, LinkRequest links, AccountWords words) {
        this.accounts = accounts;
        this.limit = limit;
        this.links = links;
        this.words = words;
    }

    @GetMapping("/konto")
    String show(Model model) {
        return page(model, Map.of(), "", "");
    }

    @PostMapping("/konto")
    String ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var plain = PlainName.read(name);
        var address = EmailAddress.read(email);
        var errors = words.errors(locale)
                .add(plain.isEmpty(), "name", "account.wrong.name")
                .add(address.isEmpty(), "email", "account.wrong.email")
                .password("password", email.strip(), null, password);
        if (!errors.any()) {
            errors.add(limit.isExceeded("account", request.getRemoteAddr()), "email", "account.wrong.wait");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(model, errors.found(), name, email);
        }
        accounts.ask(address.orElseThrow().text(), plain.orElseThrow().text(), password, locale);
        return "redirect:/konto/skickat";
    }

    private static String page(Model model, Map<String, String> errors, String name, String email) {
        model.addAttribute("errors", errors);
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        return "account/new";
    }

    @GetMapping("/konto/skickat")
    String sent(Model model) {
        model.addAttribute("what", "confirm");
        return "account/sent";
    }

    /** Changes nothing: programs that check mails open every link in them. */
    @GetMapping("/konto/bekrafta/{secret}")
    String askToConfirm(@PathVariable String secret, Model model, HttpServletResponse response) {
        var usable = accounts.canConfirm(secret);
        model.addAttribute("usable", usable);
        if (!usable) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return "account/confirm";
    }

    @PostMapping("/konto/bekrafta/{secret}")
    String confirm(@PathVariable String secret, Model model, HttpServletResponse response) {
        if (accounts.confirm(secret)) {
            return "redirect:/login?bekraftat";
        }
        return askToConfirm(secret, model, response);
    }

    @GetMapping("/konto/ny-lank")
    String showLinkAgain(Model model) {
        return links.page(model, "link");
    }

    @PostMapping("/konto/ny-lank")
    String sendLinkAgain(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return links.take(
                "link",
                email,
                locale,
                model,
                request,
                response,
                address -> accounts.sendLinkAgain(address, locale),
                "/konto/skickat");
    }
}
