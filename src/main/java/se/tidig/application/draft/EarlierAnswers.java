package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.FormUpload;
import se.tidig.organisation.Organisation;
import se.tidig.organisation.Organisations;

/** What an organisation has answered before, as a new draft can take it over. */
@Component
class EarlierAnswers {

    /** The custom property of a group whose answers are about the organisation and are offered in its next draft. */
    private static final String ABOUT_ORGANISATION = "aboutOrganisation";

    private final Organisations organisations;
    private final Applications applications;
    private final JdbcClient jdbc;

    EarlierAnswers(Organisations organisations, Applications applications, JdbcClient jdbc) {
        this.organisations = organisations;
        this.applications = applications;
        this.jdbc = jdbc;
    }

    /** The references of the organisation's applications, the latest first. */
    List<Reference> of(String organisation) {
        return jdbc.sql(
                        """
                        select reference from tidig.application where organisation_number = ?
                        order by received_at desc, reference desc limit 20
                        """)
                .param(organisation)
                .query((row, number) -> Reference.of(row.getString("reference")))
                .list();
    }

    /** What is known of the organisation: the answers about it in its latest application, and the register. */
    Map<String, Object> ofOrganisation(String number, FormSchema form) {
        var about = form.parts().stream()
                .filter(part -> "true".equals(part.properties().get(ABOUT_ORGANISATION)))
                .toList();
        var known = new LinkedHashMap<String, Object>();
        organisations.findById(number).ifPresent(organisation -> known.putAll(registered(organisation)));
        of(number).stream()
                .findFirst()
                .map(applications::get)
                .ifPresent(latest -> known.putAll(taken(about, latest.answers())));
        known.put(DraftFormReader.ORGANISATION, Organisation.written(number));
        return withoutDocuments(form, taken(form.components(), known));
    }

    /** The answers of one of the organisation's applications; documents are not taken over. */
    Map<String, Object> ofApplication(String organisation, Reference reference, FormSchema form) {
        return Optional.ofNullable(reference)
                .flatMap(applications::find)
                .filter(application -> application.organisationNumber().equals(organisation))
                .map(Application::answers)
                .map(answers -> withoutDocuments(form, taken(form.components(), answers)))
                .orElseThrow(NoSuchDraft::new);
    }

    private static Map<String, Object> registered(Organisation organisation) {
        var known = new LinkedHashMap<String, Object>();
        known.put("organisationName", organisation.name());
        known.put("organisationType", organisation.type());
        known.put("contactEmail", organisation.email());
        known.put("contactPhone", organisation.phone());
        known.put("postalAddress", organisation.address());
        known.put("giro", organisation.giro());
        known.put(
                "representatives",
                organisation.people().stream()
                        .map(person -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("name", person.name());
                            row.put("role", person.role());
                            return row;
                        })
                        .toList());
        return known;
    }

    private static Map<String, Object> withoutDocuments(FormSchema form, Map<String, Object> answers) {
        FormUpload.of(form).forEach(document -> answers.remove(document.key()));
        return answers;
    }

    /** The answers to the questions, as the form sends them. */
    private static Map<String, Object> taken(List<FormComponent> components, Map<String, Object> answers) {
        var taken = new LinkedHashMap<String, Object>();
        for (var component : components) {
            if (component.type() == ComponentType.GROUP) {
                taken.putAll(taken(component.children(), answers));
            } else if (answers.get(component.key()) != null) {
                taken.put(component.key(), sent(component, answers.get(component.key())));
            }
        }
        return taken;
    }

    /** A choice between yes and no is text in a form. */
    @SuppressWarnings("unchecked")
    private static Object sent(FormComponent question, Object answer) {
        if (question.type() == ComponentType.DYNAMICLIST && answer instanceof List<?> rows) {
            return rows.stream()
                    .map(row -> taken(question.children(), (Map<String, Object>) row))
                    .toList();
        }
        return answer instanceof Boolean && question.type() != ComponentType.CHECKBOX ? answer.toString() : answer;
    }
}
