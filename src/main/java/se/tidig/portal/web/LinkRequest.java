package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.tidig.engine.AttemptLimit;
import se.tidig.organisation.EmailAddress;

/** The page on which a person types the address that a link is to be sent to, and what is refused there. */
@Component
class LinkRequest {

    private final AttemptLimit limit;
    private final AccountWords words;

    LinkRequest(AttemptLimit limit, AccountWords words) {
        this.limit = limit;
        this.words = words;
    }

    /** @param what the link is for: {@code forgotten} or {@code link} */
    String page(Model model, String what) {
        return page(model, what, Map.of(), "");
    }

    private static String page(Model model, String what, Map<String, String> errors, String email) {
        model.addAttribute("what", what);
        model.addAttribute("errors", errors);
        model.addAttribute("email", email);
        return "account/address";
    }

    /**
     * Sends the link if the text is an address and not too many have asked from the same place.
     *
     * @param sent the page that follows
     */
    String take(
            String what,
            String email,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<String> send,
            String sent) {
        var address = EmailAddress.read(email);
        var errors = words.errors(locale).add(address.isEmpty(), "email", "account.wrong.email");
        if (!errors.any()) {
            errors.add(limit.isExceeded("account", request.getRemoteAddr()), "email", "account.wrong.wait");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(model, what, errors.found(), email);
        }
        send.accept(address.orElseThrow().text());
        return "redirect:" + sent;
    }
}
