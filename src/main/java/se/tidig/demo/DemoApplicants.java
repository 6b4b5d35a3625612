package se.tidig.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.Applications;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.Membership;
import se.tidig.organisation.Memberships;
import se.tidig.organisation.Organisations;
import se.tidig.organisation.Right;

/** The organisations of the demonstration and what they send in, each under a short name. */
@Component
class DemoApplicants {

    private final ApplicationIntakeService intake;
    private final Applications applications;
    private final ApplicantAccounts accounts;
    private final Organisations organisations;
    private final Memberships memberships;
    private final Clock clock;
    private Map<String, Map<String, Object>> written;

    DemoApplicants(
            ApplicationIntakeService intake,
            Applications applications,
            ApplicantAccounts accounts,
            Organisations organisations,
            Memberships memberships,
            Clock clock) {
        this.intake = intake;
        this.applications = applications;
        this.accounts = accounts;
        this.organisations = organisations;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The organisation's application by the form's keys, for an activity from the first day through the second. */
    Map<String, Object> application(String name, LocalDate from, LocalDate through) {
        var answers = new LinkedHashMap<>(written().get(name));
        answers.put("periodStart", from.toString());
        answers.put("periodEnd", through.toString());
        return answers;
    }

    /** The organisation applies through the portal. */
    void apply(Reference call, String name, LocalDate from, LocalDate through) {
        var answers = application(name, from, through);
        intake.submit(call, answers, clock.instant(), Actor.of((String) answers.get("contactEmail")));
    }

    /** The organisation withdraws its application. */
    void withdraw(Reference reference, String why) {
        intake.withdraw(reference, why, clock.instant(), null);
    }

    /** The reference that the organisation's application in the call has been given. */
    Reference reference(Reference call, String name) {
        var number = written().get(name).get("organisationNumber");
        return applications.ofCall(call).stream()
                .filter(application -> application.organisationNumber().equals(number))
                .map(Application::reference)
                .findFirst()
                .orElseThrow();
    }

    String text(String name, String key) {
        return (String) written().get(name).get(key);
    }

    /** The people of the demonstration act for the organisations whose applications give their address. */
    void actForTheirOrganisations() {
        for (var answers : written().values()) {
            accounts.find((String) answers.get("contactEmail")).ifPresent(person -> {
                var number = (String) answers.get("organisationNumber");
                var name = (String) answers.get("organisationName");
                organisations.ensure(number, name, clock.instant());
                memberships.save(new Membership(person.id(), number, name, Right.SUBMIT, null, clock.instant()));
            });
        }
    }

    /** Read only if the demonstration is played. */
    private Map<String, Map<String, Object>> written() {
        if (written == null) {
            try (var file = DemoApplicants.class.getResourceAsStream("/demo/applications.json")) {
                written = new ObjectMapper()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readValue(file, new TypeReference<>() {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }
}
