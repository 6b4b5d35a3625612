package se.tidig.mypages.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Right;

/**
 * Checks who may see a case under {@code /mina-sidor}: persons who act for its organisation. Everybody else gets the same
 * answer whether the case exists or not.
 */
@Component
class PartyDoor {

    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final Applications applications;

    PartyDoor(ApplicantAccounts accounts, Memberships memberships, Applications applications) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.applications = applications;
    }

    /** The organisations that the person acts for. */
    List<Membership> organisations(Authentication who) {
        return person(who).map(person -> memberships.of(person.id())).orElse(List.of());
    }

    /** The case, which the person may read. */
    Application open(Reference reference, Authentication who) {
        return applications
                .find(reference)
                .filter(application -> membership(application, who).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether the person may do what needs the right, in a case that they may read. */
    boolean may(Right right, Application application, Authentication who) {
        return membership(application, who)
                .filter(membership -> membership.right().includes(right))
                .isPresent();
    }

    private Optional<Membership> membership(Application application, Authentication who) {
        return person(who)
                .filter(person -> application.organisationNumber() != null)
                .flatMap(person -> memberships.of(person.id(), application.organisationNumber()));
    }

    private Optional<ApplicantPerson> person(Authentication who) {
        return accounts.find(who.getName());
    }
}
