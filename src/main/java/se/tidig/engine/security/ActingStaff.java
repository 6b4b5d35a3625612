package se.tidig.engine.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
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

    ActingStaff(IdentityService identity, StaffRegister register) {
        this.identity = identity;
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var staff =
                who != null && (Role.STAFF.isOf(who) || Role.WORKER.isOf(who)) ? register.find(who.getName()) : null;
        if (staff == null) {
            chain.doFilter(request, response);
        } else if (staff.isEmpty() || isWithFirstPassword(who, staff.get())) {
            // Has left since they logged in, or an administrator has put an end to the password they logged in with.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            var person = staff.get();
            identity.setAuthentication(person.id(), List.copyOf(person.groups()), List.copyOf(person.tenants()));
            try {
                chain.doFilter(request, response);
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    /** Whoever their board's own service lets in has no use for a password of Tidig's. */
    private static boolean isWithFirstPassword(Authentication who, Staff person) {
        return who instanceof UsernamePasswordAuthenticationToken && person.firstPassword();
    }
}
