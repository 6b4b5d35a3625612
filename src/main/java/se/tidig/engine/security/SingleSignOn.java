package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.tidig.engine.LogInServices;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.WorkerAccount;

/**
 * Logs in staff with their board's own service (OpenID Connect). The service says who a person is; Tidig's register
 * says what they may do. A person who is not in the register, or has left, is refused. The claim named by {@code
 * tidig.oidc.claim} is the user name.
 */
@Component
class SingleSignOn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);

    private static final String UNKNOWN = "unknown_person";

    private final StaffRegister register;
    private final ApplicantSignOn applicants;
    private final String claim;
    private final OidcUserService service = new OidcUserService();

    SingleSignOn(StaffRegister register, ApplicantSignOn applicants, @Value("${tidig.oidc.claim}") String claim) {
        this.register = register;
        this.applicants = applicants;
        this.claim = claim;
    }

    /** Leads to the page that says why the log-in failed. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        // What fails before the person is sent to the service is the cause of what Spring reports.
        var failure = why.getCause() instanceof OAuth2AuthenticationException first ? first : why;
        var code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        var page =
                switch (code) {
                    case UNKNOWN -> "/login?okand";
                    case ApplicantSignOn.UNVERIFIED -> "/login?utanadress";
                    case LogInServices.DOWN -> "/login?nere";
                    default -> "/login?avbruten";
                };
        response.sendRedirect(request.getContextPath() + page);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var told = service.loadUser(request);
        if (LogInServices.isForApplicants(request.getClientRegistration().getRegistrationId())) {
            return applicants.person(told);
        }
        var id = told.getClaimAsString(claim);
        var known = id != null
                && register.find(id)
                        .filter(person -> !person.groups().contains(WorkerAccount.GROUP))
                        .isPresent();
        if (!known) {
            LOG.warn("Ingen i personalregistret har användarnamnet {} som {} anger i {}", id, told.getIssuer(), claim);
            throw new OAuth2AuthenticationException(UNKNOWN);
        }
        return new DefaultOidcUser(List.of(Role.STAFF.authority()), told.getIdToken(), told.getUserInfo(), claim);
    }
}
