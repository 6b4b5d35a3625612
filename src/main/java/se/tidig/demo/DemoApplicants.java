package se.tidig.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.WholeApplication.Signatory;
import se.tidig.engine.DemoStaff;
import se.tidig.form.Answers;
import se.tidig.mypages.Act;
import se.tidig.organisation.ApplicantAccounts;

/**
 * The organisations of the demonstration and what their people send in, each under a short name. Everybody who gives an
 * address in an application has an account with the password of the demonstration.
 */
@Component
class DemoApplicants {

    private final DemoPortal portal;
    private final Applications applications;
    private final ApplicantAccounts accounts;
    private Map<String, Map<String, Object>> written;

    DemoApplicants(DemoPortal portal, Applications applications, ApplicantAccounts accounts) {
        this.portal = portal;
        this.applications = applications;
        this.accounts = accounts;
    }

    /** Creates the accounts that are missing. */
    void openAccounts() {
        accounts.registerAll(
                written().values().stream()
                        .collect(Collectors.toMap(answers -> (String) answers.get("contactEmail"), answers ->
                                (String) answers.get("contactName"))),
                DemoStaff.PASSWORD);
    }

    /** The organisation's application by the form's keys, for an activity from the first day through the second. */
    Map<String, Object> application(String name, LocalDate from, LocalDate through) {
        var answers = new LinkedHashMap<>(written().get(name));
        answers.put("periodStart", from.toString());
        answers.put("periodEnd", through.toString());
        return answers;
    }

    /** The organisation applies. */
    void apply(Reference call, String name, LocalDate from, LocalDate through) {
        var answers = application(name, from, through);
        var person = text(name, "contactEmail");
        var number = text(name, "organisationNumber");
        portal.represent(person, number, text(name, "organisationName"), text(name, "organisationType"), role(name));
        portal.apply(person, number, call, answers, new Signatory(text(name, "signatoryName"), role(name)));
    }

    /** The organisation sends a page of Mina sidor in its case. */
    void send(Reference reference, String name, Act act, Map<String, Object> answers) {
        portal.send(text(name, "contactEmail"), reference, act, answers);
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

    /** The position of the person who signs. */
    String role(String name) {
        return (String)
                new Answers(written().get(name)).rows("representatives").get(0).get("role");
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
