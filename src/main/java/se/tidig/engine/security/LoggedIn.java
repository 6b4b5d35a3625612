package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import se.tidig.Sha256;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.ApplicantAccounts;

/**
 * Marks a session with the password that the person had when they logged in. So a new password ends all other sessions,
 * whether the person or an administrator changed it, and also if the account was ended and reopened.
 */
class LoggedIn extends SessionFixationProtectionStrategy {

    private static final String MARK = LoggedIn.class.getName();

    private final StaffRegister register;
    private final ApplicantAccounts applicants;

    LoggedIn(StaffRegister register, ApplicantAccounts applicants) {
        this.register = register;
        this.applicants = applicants;
        // The webapps must not keep what they stored for an earlier person.
        setMigrateSessionAttributes(false);
    }

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        super.onAuthentication(who, request, response);
        mark(who).ifPresent(mark -> request.getSession().setAttribute(MARK, mark));
    }

    /** Whether the person still has the password that they had when the session began. */
    boolean holds(HttpSession session, Authentication who) {
        return session != null
                && mark(who)
                        .filter(mark -> mark.equals(session.getAttribute(MARK)))
                        .isPresent();
    }

    private Optional<String> mark(Authentication who) {
        return Role.APPLICANT.isOf(who)
                ? applicants.find(who.getName()).map(person -> mark(person.email(), person.password()))
                : register.find(who.getName()).map(staff -> mark(staff.id(), staff.password()));
    }

    private static String mark(String name, String password) {
        return Sha256.hex((name + " " + password).getBytes(StandardCharsets.UTF_8));
    }
}
