package se.tidig.engine.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Which part of Tidig a person may use. What they may do there follows from the engine's authorizations. */
enum Role {
    /** Staff of the boards: case pages, webapps and REST. */
    STAFF,
    /** Staff whose password somebody else has seen: only the page where they choose their own. */
    NEWCOMER,
    /** People who act for applicants: only their own pages. */
    APPLICANT,
    /** External task workers: only external tasks over REST. */
    WORKER;

    SimpleGrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }

    boolean isOf(Authentication who) {
        return who.isAuthenticated() && who.getAuthorities().contains(authority());
    }
}
