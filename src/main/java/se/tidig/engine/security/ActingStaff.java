package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffRegister;

/** Lets the engine know, for the time of a request, which person of which groups and boards is at work. */
class ActingStaff extends OncePerRequestFilter {

    private final IdentityService identity;
    private final StaffRegister register;
    private final boolean inSessions;

    private ActingStaff(IdentityService identity, StaffRegister register, boolean inSessions) {
        this.identity = identity;
        this.register = register;
        this.inSessions = inSessions;
    }

    /** For doors where people stay logged in: a session ends when its person has left or has got another password. */
    static ActingStaff inSessions(IdentityService identity, StaffRegister register) {
        return new ActingStaff(identity, register, true);
    }

    /** For doors where every request brings the password. */
    static ActingStaff withPasswords(IdentityService identity, StaffRegister register) {
        return new ActingStaff(identity, register, false);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(Role.STAFF.isOf(who) || Role.WORKER.isOf(who) || Role.NEWCOMER.isOf(who))) {
            chain.doFilter(request, response);
            return;
        }
        var staff = register.find(who.getName());
        if (inSessions
                && staff.filter(person -> LoggedIn.holds(request.getSession(false), person))
                        .isEmpty()) {
            if (request.getSession(false) != null) {
                request.getSession(false).invalidate();
            }
            throw new CredentialsExpiredException("The session's person has left or has another password by now");
        }
        if (Role.NEWCOMER.isOf(who)) {
            chain.doFilter(request, response);
        } else if (staff.isEmpty() || isWithFirstPassword(who, staff.get())) {
            // An administrator has put an end to the password they logged in with.
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

    /** Whoever their board's own service lets in has no use for a password of Tidig's. */
    private static boolean isWithFirstPassword(Authentication who, Staff person) {
        return who instanceof UsernamePasswordAuthenticationToken && person.firstPassword();
    }
}
