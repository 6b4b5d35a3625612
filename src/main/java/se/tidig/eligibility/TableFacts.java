package se.tidig.eligibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.Vocabulary.TableWords;

/**
 * The facts of any table except that of the conditions, typed: FEEL answers a wrong type with null, and another row
 * would hold. The types are those that Tidig declares at the place that asks the table, and the application form's
 * for its questions. Any other text in the format of a day becomes a day.
 */
final class TableFacts {

    private static final TableWords NOT_ASKED = new TableWords(Map.of(), Set.of(), Map.of(), false);
    private static final Map<String, Fact.Type> TYPES = Map.of(
            "boolean", Fact.Type.BOOLEAN,
            "date", Fact.Type.DATE,
            "number", Fact.Type.NUMBER,
            "text", Fact.Type.TEXT);

    private final Vocabulary vocabulary;
    private final RuleSet rules;

    TableFacts(Vocabulary vocabulary, RuleSet rules) {
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    /** @throws FactError for the first fact of the wrong type */
    Map<String, Object> of(String decision, String caseId, Map<String, ?> given) {
        var words = vocabulary.tables().getOrDefault(decision, NOT_ASKED);
        var reader = new FactReader(caseId);
        var typed = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> typed.put(name, written(value)));
        for (var fact : FormFacts.of(EligibilityCheck.form(rules))) {
            if (!words.facts().containsKey(fact.name())) {
                read(fact, given, reader, typed);
            }
        }
        words.facts().keySet().forEach(name -> read(declared(words, name), given, reader, typed));
        return typed;
    }

    private static void read(Fact fact, Map<String, ?> given, FactReader reader, Map<String, Object> typed) {
        if (given.get(fact.name()) != null) {
            typed.putAll(reader.read(List.of(fact), given, ""));
        }
    }

    private static Fact declared(TableWords words, String name) {
        var values = words.facts().get(name);
        var type = values.isEmpty() ? TYPES.get(words.types().get(name)) : Fact.Type.CHOICE;
        return type == null
                ? Fact.form(name, Fact.Type.WRITTEN)
                : Fact.form(name, type).of(List.copyOf(values));
    }

    /** A text in the format of a day or a moment becomes one. */
    static Object written(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TableFacts::written).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var written = new LinkedHashMap<String, Object>();
            map.forEach((key, inner) -> written.put(String.valueOf(key), written(inner)));
            return written;
        }
        if (!(value instanceof String text) || text.length() < 10) {
            return value;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).toZonedDateTime();
        } catch (DateTimeException e) {
            return value;
        }
    }
}
