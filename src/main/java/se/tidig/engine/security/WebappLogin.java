package se.tidig.engine.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Handles the log-in form that a webapp shows when its session has ended. It logs in to Tidig as a whole, so that
 * nobody is logged in to a webapp only.
 */
class WebappLogin extends UsernamePasswordAuthenticationFilter {

    private final ProcessEngine engine;
    private final ObjectMapper json = new ObjectMapper();

    WebappLogin(AuthenticationManager manager, SessionAuthenticationStrategy sessions, ProcessEngine engine) {
        super(manager);
        this.engine = engine;
        // A form on another site cannot send the header.
        setRequiresAuthenticationRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*"),
                new RequestHeaderRequestMatcher("X-XSRF-TOKEN")));
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(sessions);
        setAuthenticationDetailsSource(LoginDetails::new);
        setAuthenticationSuccessHandler(this::welcome);
        setAuthenticationFailureHandler(this::refuse);
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (!Role.STAFF.isOf(who)) {
            request.getSession().invalidate();
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var apps =
                AuthenticationUtil.createAuthentication(engine, who.getName()).getAuthorizedApps();
        answer(response, HttpServletResponse.SC_OK, Map.of("userId", who.getName(), "authorizedApps", apps));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var status = why instanceof MustWait ? 429 : HttpServletResponse.SC_UNAUTHORIZED;
        answer(response, status, Map.of("message", why.getMessage()));
    }

    private void answer(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        json.writeValue(response.getOutputStream(), body);
    }
}
