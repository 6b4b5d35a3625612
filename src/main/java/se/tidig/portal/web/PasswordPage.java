package se.tidig.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.engine.OwnPassword;

/** Staff choose their own password; who has been given a first one can do nothing else before. */
@Controller
class PasswordPage {

    private static final int SHORTEST = 12;
    /** Bytes; what comes after them the hash does not see. */
    private static final int LONGEST = 72;

    private final OwnPassword passwords;

    PasswordPage(OwnPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/losenord")
    String show() {
        return "password";
    }

    @PostMapping("/losenord")
    String choose(
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String again,
            Authentication who,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wrong = wrong(current, chosen, again);
        if (wrong == null) {
            wrong = switch (passwords.choose(who.getName(), current, chosen, request.getRemoteAddr())) {
                case CHOSEN -> null;
                case NOT_CURRENT -> "current";
                case MUST_WAIT -> "wait";
            };
        }
        if (wrong != null) {
            model.addAttribute("wrong", "password.wrong." + wrong);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return "password";
        }
        new SecurityContextLogoutHandler().logout(request, response, who);
        return "redirect:/login?nytt";
    }

    /** The end of the key of the message that tells what is wrong with the new one; null where nothing is. */
    private static String wrong(String current, String chosen, String again) {
        if (chosen.length() < SHORTEST) {
            return "short";
        } else if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return "long";
        } else if (!chosen.equals(again)) {
            return "again";
        }
        return chosen.equals(current) ? "same" : null;
    }
}
