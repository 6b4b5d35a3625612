package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to log in on a page comes from: the address, and the browser if it has been used before. */
class LoginDetails extends WebAuthenticationDetails {

    private final String device;

    LoginDetails(HttpServletRequest request) {
        super(request);
        this.device = KnownDevice.of(request);
    }

    /** The browser's id by its cookie; null without one. */
    String device() {
        return device;
    }
}
