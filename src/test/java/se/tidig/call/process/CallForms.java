package se.tidig.call.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import se.tidig.Reference;

/** Answers to the forms of a call, as a person gives them. */
public final class CallForms {

    private CallForms() {}

    /** A call at Blekinge that opens and closes on these days: frame 1 000 000 kr, at most 400 000 kr each. */
    public static Map<String, Object> call(LocalDate opens, LocalDate closes) {
        var answers = terms(opens, closes);
        answers.put("board", "K");
        answers.put("earmarks", json("[{\"focusArea\": \"health\", \"amount\": 100000}]"));
        answers.put("excludedCategories", json("[\"ownPremises\"]"));
        return answers;
    }

    /** The same terms in the shape of the form of revision. */
    public static Map<String, Object> revised(String title, LocalDate opens, LocalDate closes) {
        var terms = terms(opens, closes);
        terms.put("title", title);
        terms.put("earmarks", List.of());
        terms.put("excludedCategories", List.of());
        return Map.of("terms", terms);
    }

    /** One adjusted amount, and what to do then. */
    public static Map<String, Object> adjusted(String action, Reference reference, int amount, String reason) {
        var answers = new HashMap<>(review(action));
        answers.put(
                "adjusted",
                json("[{\"reference\": \"%s\", \"amount\": %d, \"reason\": \"%s\"}]"
                        .formatted(reference, amount, reason)));
        return answers;
    }

    public static Map<String, Object> review(String action) {
        return Map.of("prioritisationAction", action);
    }

    private static Map<String, Object> terms(LocalDate opens, LocalDate closes) {
        var terms = new HashMap<String, Object>();
        terms.put("title", "Statsbidrag till tidiga insatser");
        terms.put("description", "Verksamheter som främjar kunskaper i svenska.");
        terms.put("guidance", "Vägledning den 1 september 2026");
        terms.put("contact", "tia@example.org");
        terms.put("opensOn", opens.toString());
        terms.put("opensTime", "08:00");
        terms.put("closesOn", closes.toString());
        terms.put("closesTime", "23.59.59");
        terms.put("decisionBy", closes.plusDays(60).toString());
        terms.put("finalReportDue", closes.plusDays(460).toString());
        terms.put("frame", 1_000_000);
        terms.put("maxPerApplication", 400_000);
        terms.put("maxMonths", 12);
        terms.put("payingBoard", "F");
        return terms;
    }

    private static Object json(String json) {
        return SpinValues.jsonValue(json).create();
    }
}
