package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import se.tidig.CannotStart;
import se.tidig.engine.LogInServices;
import se.tidig.engine.LogInServices.LogInService;

/**
 * How strongly a person must have logged in to sign for an organisation. {@code tidig.signing.acr} names the levels of
 * the log-in service that are enough ({@code acr} of OpenID Connect); if it is empty, every log-in is.
 */
@Component
class SigningStrength {

    /** Acts that bind the organisation: pages on which a person signs, confirms or withdraws. */
    private static final List<String> SIGNED = List.of(
            "/utkast/*/skicka",
            "/utkast/*/underskrift",
            "/mina-sidor/*/bekraftelse",
            "/mina-sidor/*/redovisning",
            "/mina-sidor/*/andringsbegaran",
            "/mina-sidor/*/begaran-om-avgorande",
            "/mina-sidor/*/bekrafta-handling",
            "/mina-sidor/*/konto",
            "/mina-sidor/*/overklagande",
            "/mina-sidor/*/aterkallelse");

    private final List<String> levels;
    private final String service;
    private final RequestMatcher signed = new OrRequestMatcher(SIGNED.stream()
            .map(PathPatternRequestMatcher.withDefaults()::matcher)
            .map(RequestMatcher.class::cast)
            .toList());

    /** @throws CannotStart if levels are demanded and no service can give them */
    SigningStrength(
            @Value("${tidig.signing.acr:}") List<String> levels,
            @Value("${tidig.signing.service:}") String service,
            ObjectProvider<LogInServices> services) {
        this.levels = levels.stream()
                .map(String::strip)
                .filter(level -> !level.isEmpty())
                .toList();
        this.service = services.stream()
                .flatMap(all -> all.forApplicants().stream())
                .map(LogInService::id)
                .filter(id -> service.isBlank() || id.equals(service))
                .findFirst()
                .orElse(null);
        if (isDemanded() && this.service == null) {
            throw new CannotStart("tidig.signing.acr kräver en inloggningstjänst för sökande. Ställ in en tjänst vars"
                    + " kortnamn börjar med applicant (spring.security.oauth2.client.registration.applicant…), och ange"
                    + " samma kortnamn i tidig.signing.service om det finns flera.");
        }
    }

    boolean isDemanded() {
        return !levels.isEmpty();
    }

    /** Whether the page is one on which a person signs. */
    boolean isForSigning(HttpServletRequest request) {
        return signed.matches(request);
    }

    boolean isEnough(Authentication who) {
        return !isDemanded()
                || who instanceof OAuth2AuthenticationToken token
                        && LogInServices.isForApplicants(token.getAuthorizedClientRegistrationId())
                        && token.getPrincipal() instanceof OidcUser person
                        && levels.contains(String.valueOf(person.getIdToken().getAuthenticationContextClass()));
    }

    /** The registration id of the service with which a person logs in to sign. */
    String service() {
        return service;
    }

    /** The levels as a request to the service names them. */
    String acrValues() {
        return String.join(" ", levels);
    }
}
