package se.tidig.engine.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Which door somebody may use; what they may do behind it is the engine's authorisation. */
enum Role {
    /** Staff of the boards: case pages, webapps and REST. */
    STAFF,
    /** Staff whose password somebody else has seen: the page where they choose their own, nothing else. */
    NEWCOMER,
    /** People who act for applicants: their own pages, nothing else. */
    APPLICANT,
    /** External task workers: external tasks over REST, nothing else. */
    WORKER;

    SimpleGrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }

    boolean isOf(Authentication who) {
        return who.isAuthenticated() && who.getAuthorities().contains(authority());
    }
}
