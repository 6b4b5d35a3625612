package se.tidig.engine.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.ApplicantAccounts;

/** Sends a person after the log-in to the page that they asked for, or else to the place where they work. */
class WelcomeHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Set<String> KEEP_IT_RUNNING =
            Set.of(StaffGroup.ADMINISTRATORS.id(), StaffGroup.PROCESS_OWNERS.id());

    private final StaffRegister register;
    private final ApplicantAccounts applicants;
    private final HeldForms held;
    private final SigningStrength strength;

    /** @param wanted the page that the person asked for before the log-in */
    WelcomeHandler(
            StaffRegister register,
            ApplicantAccounts applicants,
            HeldForms held,
            RequestCache wanted,
            SigningStrength strength) {
        this.register = register;
        this.applicants = applicants;
        this.held = held;
        this.strength = strength;
        setRequestCache(wanted);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (Role.STAFF.isOf(who)) {
            return "/camunda/app/" + (hasCases(who.getName()) ? "tasklist" : "cockpit") + "/default/";
        }
        return Role.APPLICANT.isOf(who) ? "/mina-sidor" : "/";
    }

    /** Whether the person may have tasks; administrators and process owners have none. */
    private boolean hasCases(String id) {
        return register.find(id)
                .filter(staff -> KEEP_IT_RUNNING.containsAll(staff.groups()))
                .isEmpty();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        if (Role.WORKER.isOf(who)) {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/login?fel");
            return;
        }
        if (Role.NEWCOMER.isOf(who)) {
            response.sendRedirect(request.getContextPath() + "/losenord");
            return;
        }
        if (Role.APPLICANT.isOf(who) && who instanceof OAuth2AuthenticationToken) {
            applicants
                    .find(who.getName())
                    .ifPresent(person -> applicants.noteLogin(person.id(), request.getRemoteAddr(), true));
        }
        held.loggedIn(request, response, who);
        if (StrongerLogin.wasAskedFor(request) && !strength.isEnough(who)) {
            // Sent to the page to sign, the person would only be sent to log in again.
            response.sendRedirect(request.getContextPath() + "/login?svag");
            return;
        }
        if (held.of(request, who).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/fortsatt");
            return;
        }
        super.onAuthenticationSuccess(request, response, who);
    }
}
