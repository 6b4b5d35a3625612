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

/** Tells the engine during a request who is logged in, with groups and boards. */
class ActingStaffFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final StaffRegister register;
    private final boolean inSessions;

    private ActingStaffFilter(IdentityService identity, StaffRegister register, boolean inSessions) {
        this.identity = identity;
        this.register = register;
        this.inSessions = inSessions;
    }

    /** For pages with a session: the session ends when the person has left or has a new password. */
    static ActingStaffFilter inSessions(IdentityService identity, StaffRegister register) {
        return new ActingStaffFilter(identity, register, true);
    }

    /** For interfaces where every request carries the password. */
    static ActingStaffFilter withPasswords(IdentityService identity, StaffRegister register) {
        return new ActingStaffFilter(identity, register, false);
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
