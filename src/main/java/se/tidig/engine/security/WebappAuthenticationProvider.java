package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells the webapps who is logged in to Tidig. The webapps' filter creates it by class name. */
public class WebappAuthenticationProvider extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && Role.STAFF.isOf(who)
                ? AuthenticationResult.successful(who.getName())
                : AuthenticationResult.unsuccessful();
    }

    /** Answers like Tidig itself if the session ended after Tidig had let the request pass. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        try {
            Doors.tellLoggedOut(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
