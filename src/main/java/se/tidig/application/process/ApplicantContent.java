package se.tidig.application.process;

import static se.tidig.bundle.AnswerWording.orUnknown;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.application.AgentRefusalService;
import se.tidig.application.Applications;
import se.tidig.bundle.AnswerWording;
import se.tidig.eligibility.Facts;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Organisation;

/** The applicant, its partners, and the person who acts for it. */
@Component
class ApplicantContent implements CaseContent {

    private final Applications applications;
    private final AnswerWording words;
    private final AgentRefusalService refusals;

    ApplicantContent(Applications applications, AnswerWording words, AgentRefusalService refusals) {
        this.applications = applications;
        this.words = words;
        this.refusals = refusals;
    }

    record Applicant(
            String name,
            String organisationNumber,
            String type,
            String contactName,
            String email,
            String phone,
            String address,
            String giro) {}

    record Representative(String name, String email, String organisation, String extent) {}

    record Partner(String name, String type) {}

    record Person(String name, String role) {}

    @Shows("applicant")
    Applicant applicant(CaseTask task) {
        var application = applications.get(task.reference());
        var given = application.given();
        return new Applicant(
                application.applicantName(),
                Organisation.written(application.organisationNumber()),
                orUnknown(words.of(task, Facts.FORM, "organisationType", given.text("organisationType"))),
                orUnknown(given.text("contactName")),
                application.email(),
                orUnknown(given.text("contactPhone")),
                given.text("postalAddress"),
                orUnknown(given.text("giro")));
    }

    @Shows("agent")
    Optional<Representative> agent(CaseTask task) {
        return applications
                .get(task.reference())
                .agent()
                .filter(agent -> !refusals.isRefused(task.reference(), agent.name()))
                .map(agent -> new Representative(agent.name(), agent.email(), agent.organisation(), agent.extent()));
    }

    @Shows("partners")
    List<Partner> partners(CaseTask task) {
        return applications.get(task.reference()).given().rows("partners").stream()
                .map(row ->
                        new Partner(text(row, "name"), words.of(task, Facts.FORM, "partners.type", row.get("type"))))
                .toList();
    }

    /**
     * Includes the agent, with or without a power of attorney: a person close to the agent may be disqualified (16 §
     * 2 FL).
     */
    @Shows("representatives")
    List<Person> representatives(CaseTask task) {
        var application = applications.get(task.reference());
        var people = application.given().rows("representatives").stream()
                .map(row -> new Person(text(row, "name"), text(row, "role")));
        var agent = application.namedAgent().stream()
                .map(named -> new Person(
                        named.name(), named.organisation() == null ? "ombud" : "ombud, " + named.organisation()));
        return Stream.concat(people, agent).toList();
    }

    private static String text(Map<String, Object> row, String question) {
        return Objects.toString(row.get(question), null);
    }
}
