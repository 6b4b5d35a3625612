package se.tidig.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.engine.NewPassword;
import se.tidig.engine.OwnPassword;

/** Staff choose their own password. A person with a first password can do nothing else until then. */
@Controller
class PasswordPage {

    private final OwnPassword passwords;

    PasswordPage(OwnPassword passwords) {
        this.passwords = passwords;
    }

    @GetMapping("/losenord")
    String show() {
        return "engine/password";
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
        var wrong = new NewPassword(who.getName(), current, chosen, again).wrong();
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
            return "engine/password";
        }
        new SecurityContextLogoutHandler().logout(request, response, who);
        return "redirect:/login?nytt";
    }
}
