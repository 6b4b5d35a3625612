package se.tidig.engine.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Shows a person who comes to sign, and has not logged in strongly enough, a page that leads to the service, which is
 * asked for a stronger log-in by {@code acr_values}. What they have sent is kept, and they come back to the same page.
 *
 * <p>Browsers stop a form whose answer leads to another site (form-action of the Content-Security-Policy), be it that of
 * the log-in. So there is a page in between, from which a link leads on.
 */
class StrongerLogin implements AccessDeniedHandler {

    private static final String BASE = "/oauth2/authorization";
    private static final String PARAMETER = "underskrift";
    private static final String ACR_VALUES = "acr_values";
    private static final String ASKED = StrongerLogin.class.getName();

    private final SigningStrength strength;
    private final HeldForms held;
    private final RequestCache wanted;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    StrongerLogin(SigningStrength strength, HeldForms held, RequestCache wanted) {
        this.strength = strength;
        this.held = held;
        this.wanted = wanted;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        // A form that another site has sent is not kept.
        if (why instanceof CsrfException
                || who == null
                || !Role.APPLICANT.isOf(who)
                || !strength.isForSigning(request)
                || strength.isEnough(who)) {
            otherwise.handle(request, response, why);
            return;
        }
        held.hold(request, response);
        wanted.saveRequest(request, response);
        response.sendRedirect(request.getContextPath() + "/login?" + PARAMETER + "=" + strength.service());
    }

    /** Whether the log-in that the request ends was begun to sign. */
    static boolean wasAskedFor(HttpServletRequest request) {
        return request.getAttribute(ASKED) != null;
    }

    /** Asks the service for the levels, if the log-in is begun to sign. */
    OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository services) {
        var usual = new DefaultOAuth2AuthorizationRequestResolver(services, BASE);
        return new OAuth2AuthorizationRequestResolver() {

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return asked(request, usual.resolve(request));
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String service) {
                return asked(request, usual.resolve(request, service));
            }
        };
    }

    private OAuth2AuthorizationRequest asked(HttpServletRequest request, OAuth2AuthorizationRequest usual) {
        return usual == null || !strength.isDemanded() || request.getParameter(PARAMETER) == null
                ? usual
                : OAuth2AuthorizationRequest.from(usual)
                        .additionalParameters(parameters -> parameters.put(ACR_VALUES, strength.acrValues()))
                        .build();
    }

    /** Tells the end of a log-in, by an attribute of its request, that it was begun to sign. */
    static AuthorizationRequestRepository<OAuth2AuthorizationRequest> requests() {
        var usual = new HttpSessionOAuth2AuthorizationRequestRepository();
        return new AuthorizationRequestRepository<>() {

            @Override
            public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
                return usual.loadAuthorizationRequest(request);
            }

            @Override
            public void saveAuthorizationRequest(
                    OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
                usual.saveAuthorizationRequest(sent, request, response);
            }

            @Override
            public OAuth2AuthorizationRequest removeAuthorizationRequest(
                    HttpServletRequest request, HttpServletResponse response) {
                var sent = usual.removeAuthorizationRequest(request, response);
                if (sent != null && sent.getAdditionalParameters().containsKey(ACR_VALUES)) {
                    request.setAttribute(ASKED, true);
                }
                return sent;
            }
        };
    }
}
