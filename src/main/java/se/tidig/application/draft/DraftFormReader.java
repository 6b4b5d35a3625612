package se.tidig.application.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.eligibility.Facts;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.organisation.Organisation;

/** The form of the models in force, as applicants fill it in. */
@Component
public class DraftFormReader {

    /** Which organisation applies is settled as the draft is begun. */
    static final String ORGANISATION = "organisationNumber";

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final DisplayRuleSource rules;

    /** The latest by language. */
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /** @param of the form as it is deployed, which never changes */
    private record Made(FormSchema of, FormSchema form) {}

    DraftFormReader(DisplayRuleSource rules) {
        this.rules = rules;
    }

    /** Its parts are the groups at the top; questions for staff and those of paper are left out. */
    public FormSchema current() {
        return current(SWEDISH);
    }

    /** The same in the language; what has no words in it is in Swedish. */
    public FormSchema current(Locale language) {
        var current = rules.current();
        var deployed = current.form(Facts.FORM, language).orElseGet(() -> EligibilityCheck.form(current));
        var latest = made.get(language.getLanguage());
        if (latest == null || latest.of() != deployed) {
            latest = new Made(deployed, locked(deployed.forApplicants()));
            made.put(language.getLanguage(), latest);
        }
        return latest.form();
    }

    private static FormSchema locked(FormSchema form) {
        return new FormSchema(form.id(), locked(form.components()), form.reads(), form.expressions(), form.problems());
    }

    /** What the form shows of the draft: the answers that cannot be changed. */
    public Map<String, Object> shown(Draft draft) {
        return Map.of(ORGANISATION, Organisation.written(draft.organisation()));
    }

    private static List<FormComponent> locked(List<FormComponent> components) {
        return components.stream().map(DraftFormReader::locked).toList();
    }

    private static FormComponent locked(FormComponent component) {
        var attributes = new LinkedHashMap<>(component.attributes());
        if (ORGANISATION.equals(component.key())) {
            attributes.put("readonly", true);
        }
        return new FormComponent(
                component.type(),
                component.id(),
                component.key(),
                component.label(),
                attributes,
                component.properties(),
                locked(component.children()));
    }
}
