package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/** Tells the engine during a request who is logged in, with groups and boards. */
class ActingStaffFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final StaffRegister register;
    /** Null if there are no sessions. */
    private final LoggedIn sessions;

    private ActingStaffFilter(IdentityService identity, StaffRegister register, LoggedIn sessions) {
        this.identity = identity;
        this.register = register;
        this.sessions = sessions;
    }

    /** For pages with a session: the session ends when the person has left or has a new password. */
    static ActingStaffFilter inSessions(IdentityService identity, StaffRegister register, LoggedIn sessions) {
        return new ActingStaffFilter(identity, register, sessions);
    }

    /** For interfaces where every request carries the password. */
    static ActingStaffFilter withPasswords(IdentityService identity, StaffRegister register) {
        return new ActingStaffFilter(identity, register, null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || Stream.of(Role.values()).noneMatch(role -> role.isOf(who))) {
            chain.doFilter(request, response);
            return;
        }
        if (sessions != null && !sessions.holds(request.getSession(false), who)) {
            if (request.getSession(false) != null) {
                request.getSession(false).invalidate();
            }
            throw new CredentialsExpiredException("The session's person has left or has another password by now");
        }
        if (Role.NEWCOMER.isOf(who) || Role.APPLICANT.isOf(who)) {
            chain.doFilter(request, response);
            return;
        }
        var staff = register.find(who.getName());
        if (staff.isEmpty() || isWithFirstPassword(who, staff.get())) {
            // An administrator has replaced the password that the person logged in with.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            act(staff.get(), request, response, chain);
        }
    }

    private void act(Staff person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        identity.setAuthentication(person.id(), List.copyOf(person.groups()), List.copyOf(person.tenants()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A person who logs in with their board's own service needs no password in Tidig. */
    private static boolean isWithFirstPassword(Authentication who, Staff person) {
        return who instanceof UsernamePasswordAuthenticationToken && person.firstPassword();
    }
}
