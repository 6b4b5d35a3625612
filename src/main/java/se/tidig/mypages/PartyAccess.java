package se.tidig.mypages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Right;

/**
 * Decides who may see a case and send something in: persons who act for its organisation, each as far as their right
 * goes.
 */
@Component
@Transactional(readOnly = true)
public class PartyAccess {

    private final ApplicantAccounts accounts;
    private final Memberships memberships;
    private final Applications applications;

    PartyAccess(ApplicantAccounts accounts, Memberships memberships, Applications applications) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.applications = applications;
    }

    /**
     * The organisations that the person acts for.
     *
     * @param person the e-mail address that the person logs in with, as everywhere here
     */
    public List<Membership> organisations(String person) {
        return accounts.find(person).map(known -> memberships.of(known.id())).orElse(List.of());
    }

    /** The case, if there is one and the person may read it. */
    public Optional<Application> find(Reference reference, String person) {
        return applications.find(reference).filter(application -> membership(application, person)
                .isPresent());
    }

    /** Whether the person may do in the case what needs the right. */
    public boolean may(Right right, Application application, String person) {
        return membership(application, person)
                .filter(membership -> membership.right().includes(right))
                .isPresent();
    }

    private Optional<Membership> membership(Application application, String person) {
        return accounts.find(person)
                .filter(known -> application.organisationNumber() != null)
                .flatMap(known -> memberships.of(known.id(), application.organisationNumber()));
    }
}
