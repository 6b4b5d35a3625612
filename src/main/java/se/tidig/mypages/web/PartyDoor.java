package se.tidig.mypages.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.mypages.PartyAccess;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Right;

/**
 * Lets the person who is logged in into the cases under {@code /mina-sidor} that they may see. Everybody else gets the
 * same answer whether the case exists or not.
 */
@Component
class PartyDoor {

    private final PartyAccess access;

    PartyDoor(PartyAccess access) {
        this.access = access;
    }

    /** The organisations that the person acts for. */
    List<Membership> organisations(Authentication who) {
        return access.organisations(who.getName());
    }

    /** The case, which the person may read. */
    Application open(Reference reference, Authentication who) {
        return access.find(reference, who.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether the person may do what needs the right, in a case that they may read. */
    boolean may(Right right, Application application, Authentication who) {
        return access.may(right, application, who.getName());
    }
}
