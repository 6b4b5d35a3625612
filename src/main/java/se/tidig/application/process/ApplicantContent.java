package se.tidig.application.process;

import static se.tidig.bundle.CaseWords.orUnknown;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
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
            case "partners" ->
                application.given().rows("partners").stream()
                        .map(row -> row(
                                "name",
                                row.get("name"),
                                "type",
                                words.of(task, Facts.FORM, "partners.type", row.get("type"))))
                        .toList();
            default ->
                application.given().rows("representatives").stream()
                        .map(row -> row("name", row.get("name"), "role", row.get("role")))
                        .toList();
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

    private static Map<String, Object> row(String first, Object one, String second, Object other) {
        var row = new LinkedHashMap<String, Object>();
        row.put(first, one);
        row.put(second, other);
        return row;
    }
}
