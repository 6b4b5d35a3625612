package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The application form's answers as facts: a choice between yes and no is text in a form, a boolean as a fact. */
final class ApplicationAnswers {

    private static final Set<String> YES_OR_NO = Set.of(
            "hasResponsibleBoard",
            "democraticAndIndependent",
            "purposeCompatible",
            "membersConfirmed",
            "democracyConcern",
            "inLiquidationOrBankruptcy",
            "enforcementDebt",
            "economicActivity",
            "religiousOrPoliticalInfluence");

    private ApplicationAnswers() {}

    static Map<String, Object> facts(Map<String, Object> answers) {
        var facts = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> facts.put(key, fact(key, value)));
        facts.computeIfPresent("organisationNumber", (key, number) -> ((String) number).replace("-", ""));
        return facts;
    }

    private static Object fact(String key, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> fact(key, element)).toList();
        }
        if (value instanceof Map<?, ?> row) {
            var facts = new LinkedHashMap<String, Object>();
            row.forEach((name, cell) -> facts.put((String) name, fact((String) name, cell)));
            return facts;
        }
        return YES_OR_NO.contains(key) && ("true".equals(value) || "false".equals(value))
                ? Boolean.valueOf((String) value)
                : value;
    }
}
