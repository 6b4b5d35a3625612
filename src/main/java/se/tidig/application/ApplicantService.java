package se.tidig.application;

import java.time.Clock;
import org.springframework.stereotype.Service;
import se.tidig.organisation.Organisation;
import se.tidig.organisation.Organisations;

/** Keeps the register of organisations up to date with what their applications say. */
@Service
class ApplicantService {

    private final Organisations organisations;
    private final Clock clock;

    ApplicantService(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    void describe(Application application) {
        var given = application.given();
        var now = clock.instant();
        // Two applications of a new organisation may come in at the same time.
        organisations.ensure(application.organisationNumber(), application.applicantName(), now);
        var organisation = organisations.lock(application.organisationNumber());
        organisation.describe(
                new Organisation.Description(
                        application.applicantName(),
                        given.text("organisationType"),
                        given.text("contactEmail"),
                        given.text("contactPhone"),
                        given.text("postalAddress"),
                        given.text("giro")),
                given.rows("representatives").stream()
                        .filter(row -> row.get("name") != null)
                        .map(row -> new Organisation.Person((String) row.get("name"), (String) row.get("role")))
                        .toList(),
                now);
        organisations.save(organisation);
    }
}
