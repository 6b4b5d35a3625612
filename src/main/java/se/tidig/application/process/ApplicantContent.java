package se.tidig.application.process;

import static se.tidig.bundle.CaseWords.orUnknown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tidig.application.Agent;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.bundle.CaseWords;
import se.tidig.eligibility.Facts;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Organisation;

/** Who applies, with whom, and who acts for them. */
@Component
@Shows({
    "applicant: name, organisationNumber, type, contactName, email, phone, address, giro",
    "agent: name, email, organisation, extent",
    "partners: name, type",
    "representatives: name, role"
})
class ApplicantContent implements CaseContent {

    private final Applications applications;
    private final CaseWords words;

    ApplicantContent(Applications applications, CaseWords words) {
        this.applications = applications;
        this.words = words;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var application = applications.get(task.reference());
        return switch (key) {
            case "applicant" -> applicant(application, task);
            case "agent" -> application.agent().map(ApplicantContent::agent).orElse(null);
            case "partners" ->
                application.given().rows("partners").stream()
                        .map(row -> row(
                                "name",
                                row.get("name"),
                                "type",
                                words.of(task, Facts.FORM, "partners.type", row.get("type"))))
                        .toList();
            default -> representatives(application);
        };
    }

    private Map<String, Object> applicant(Application application, CaseTask task) {
        var given = application.given();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", application.applicantName());
        shown.put("organisationNumber", Organisation.written(application.organisationNumber()));
        shown.put("type", orUnknown(words.of(task, Facts.FORM, "organisationType", given.text("organisationType"))));
        shown.put("contactName", orUnknown(given.text("contactName")));
        shown.put("email", application.email());
        shown.put("phone", orUnknown(given.text("contactPhone")));
        shown.put("address", given.text("postalAddress"));
        shown.put("giro", orUnknown(given.text("giro")));
        return shown;
    }

    private static Map<String, Object> agent(Agent agent) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", agent.name());
        shown.put("email", agent.email());
        shown.put("organisation", agent.organisation());
        shown.put("extent", agent.extent());
        return shown;
    }

    /** Also the agent, authorised or not: whoever is close to the agent may be disqualified (16 § 2 FL). */
    private static List<Map<String, Object>> representatives(Application application) {
        var people = application.given().rows("representatives").stream()
                .map(row -> row("name", row.get("name"), "role", row.get("role")));
        var agent = application.namedAgent().stream()
                .map(named -> row(
                        "name",
                        named.name(),
                        "role",
                        named.organisation() == null ? "ombud" : "ombud, " + named.organisation()));
        return Stream.concat(people, agent).toList();
    }

    private static Map<String, Object> row(String first, Object one, String second, Object other) {
        var row = new LinkedHashMap<String, Object>();
        row.put(first, one);
        row.put(second, other);
        return row;
    }
}
