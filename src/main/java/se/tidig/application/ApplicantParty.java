package se.tidig.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.notification.Party;

/** An applicant is written to where its application says, and through its agent if there is a power of attorney. */
@Component
class ApplicantParty implements Party {

    private final Applications applications;

    ApplicantParty(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Optional<Addresses> addresses(String reference) {
        return applications
                .find(reference)
                .map(application -> new Addresses(
                        application.email(),
                        application.agent().map(Agent::email).orElse(null)));
    }
}
