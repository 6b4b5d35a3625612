package se.tidig.engine.security;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.tidig.organisation.ApplicantAccountService;

/**
 * Logs in people who act for applicants with a service for applicants (OpenID Connect), which never logs anybody in as
 * staff. A person is known by the e-mail address
 * that the service has verified; who logs in for the first time gets an account.
 */
@Component
class ApplicantSignOn {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantSignOn.class);

    private static final String EMAIL = "email";
    static final String UNVERIFIED = "unverified_address";

    private final ApplicantAccountService accounts;

    ApplicantSignOn(ApplicantAccountService accounts) {
        this.accounts = accounts;
    }

    /** @throws OAuth2AuthenticationException if the service has not verified the address */
    OidcUser person(OidcUser told) {
        var email = told.getEmail();
        if (email == null || !Boolean.TRUE.equals(told.getEmailVerified())) {
            LOG.warn("Inloggningstjänsten {} har inte bekräftat någon e-postadress", told.getIssuer());
            throw new OAuth2AuthenticationException(UNVERIFIED);
        }
        var person = accounts.signedOn(email, told.getFullName());
        // The address as the account has it is the name of the log-in.
        var claims = new HashMap<String, Object>();
        if (told.getUserInfo() != null) {
            claims.putAll(told.getUserInfo().getClaims());
        }
        claims.put(EMAIL, person.email().toLowerCase(Locale.ROOT));
        return new DefaultOidcUser(
                List.of(Role.APPLICANT.authority()), told.getIdToken(), new OidcUserInfo(claims), EMAIL);
    }
}
