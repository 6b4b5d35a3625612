package se.tidig.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tidig.engine.security.HeldForms;

/** After the log-in, offers to send the form that came when the session had ended. */
@Controller
class HeldFormPage {

    private final HeldForms held;

    HeldFormPage(HeldForms held) {
        this.held = held;
    }

    @GetMapping("/fortsatt")
    String show(HttpServletRequest request, Authentication who, Model model) {
        var form = held.of(request, who);
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("fields", form.get().fields());
        return "engine/held-form";
    }

    /** Sends the browser with all fields to the address of the form; 307 keeps method and content. */
    @PostMapping("/fortsatt")
    ResponseEntity<Void> send(
            @RequestParam(name = "_slang", defaultValue = "") String discard,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who) {
        var form = held.of(request, who);
        held.forget(request, response);
        if (form.isEmpty() || !discard.isEmpty()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create("/"))
                    .build();
        }
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(form.get().path()))
                .build();
    }
}
