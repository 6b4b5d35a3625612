package se.tidig.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.tidig.Reference;
import se.tidig.engine.Variable;
import se.tidig.form.FormSchema;

/** The decision tables of one version of the bundle, and the forms whose answers they read. */
public interface RuleSet {

    /**
     * Evaluates a decision.
     *
     * @param facts typed values: dates as {@code LocalDate} or {@code ZonedDateTime}, money as {@code BigDecimal},
     *     lists, maps, strings and booleans
     * @return the matching rows, by output name; a literal expression that gives a context is one row of its entries
     */
    List<Map<String, Object>> decide(String decision, Map<String, Object> facts);

    /** A form of the same version, by its id; empty if that version has none, or has only tables. */
    default Optional<FormSchema> form(String id) {
        return Optional.empty();
    }

    /** The same with its words in the language; what has no word in it is in Swedish. */
    default Optional<FormSchema> form(String id, Locale language) {
        return form(id);
    }

    /** The forms of the same version that have the question; none if the version has only tables. */
    default List<FormSchema> asking(String question) {
        return List.of();
    }

    /** The names with the prefix, such as {@code finding_}, that processes and tables of the same version write. */
    default Set<String> named(String prefix) {
        return Set.of();
    }

    /** The words in the file of the decision, among them the names that it reads; none if they are not known. */
    default Set<String> words(String decision) {
        return Set.of();
    }

    /** Evaluates a decision and tells which rules matched; none if the implementation cannot tell. */
    default Evaluation evaluate(String decision, Map<String, Object> facts) {
        return new Evaluation(decide(decision, facts), Map.of());
    }

    /**
     * Adds the reference of the case to the facts, so that the table can also read the facts of the case (see
     * {@link se.tidig.engine.CaseFacts}). Facts that already have a reference keep it: a call's table is asked about
     * applications.
     *
     * @param reference null if the question is not about a case
     */
    static Map<String, Object> about(Reference reference, Map<String, Object> facts) {
        if (reference == null || facts.containsKey(Variable.REFERENCE)) {
            return facts;
        }
        var about = new HashMap<>(facts);
        about.put(Variable.REFERENCE, reference.value());
        return about;
    }

    /**
     * The result of an evaluation with its reason.
     *
     * @param rows as {@link #decide} returns them
     * @param matched the ids of the matching rules in the table's order, by the key of each evaluated table
     */
    record Evaluation(List<Map<String, Object>> rows, Map<String, List<String>> matched) {}
}
