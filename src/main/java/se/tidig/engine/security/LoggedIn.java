package se.tidig.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import se.tidig.Sha256;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/**
 * Marks a session with the password that the person had when they logged in. So a new password ends all other sessions,
 * whether the person or an administrator changed it, and also if the account was ended and reopened.
 */
class LoggedIn extends SessionFixationProtectionStrategy {

    private static final String MARK = LoggedIn.class.getName();

    private final StaffRegister register;

    LoggedIn(StaffRegister register) {
        this.register = register;
        // The webapps must not keep what they stored for an earlier person.
        setMigrateSessionAttributes(false);
    }

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        super.onAuthentication(who, request, response);
        register.find(who.getName()).ifPresent(staff -> request.getSession().setAttribute(MARK, mark(staff)));
    }

    /** Whether the person still has the password that they had when the session began. */
    static boolean holds(HttpSession session, Staff staff) {
        return session != null && mark(staff).equals(session.getAttribute(MARK));
    }

    private static String mark(Staff staff) {
        return Sha256.hex((staff.id() + " " + staff.password()).getBytes(StandardCharsets.UTF_8));
    }
}
