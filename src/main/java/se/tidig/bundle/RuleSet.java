package se.tidig.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.tidig.engine.Variable;
import se.tidig.form.FormSchema;

/** The decision tables of one version of the bundle, and the forms whose answers they read. */
public interface RuleSet {

    /**
     * Evaluates a decision over facts that are already typed (dates as {@code LocalDate} or {@code ZonedDateTime},
     * money as {@code BigDecimal}, lists, maps, text, booleans).
     *
     * @return the rows that fired, by output name; a literal expression that gives a context is one row of its entries
     */
    List<Map<String, Object>> decide(String decision, Map<String, Object> facts);

    /** A form of the same version, by its id; empty where that version has none, or the tables stand alone. */
    default Optional<FormSchema> form(String id) {
        return Optional.empty();
    }

    /** The names that the processes and tables of the same version write and that begin so, such as {@code finding_}. */
    default Set<String> named(String prefix) {
        return Set.of();
    }

    /** The same with the rules that matched; none where the tables cannot tell. */
    default Evaluation evaluate(String decision, Map<String, Object> facts) {
        return new Evaluation(decide(decision, facts), Map.of());
    }

    /**
     * The facts, and the case that they are about, so that the table may read what is known of it (see {@link
     * se.tidig.engine.CaseFacts}). Facts that name a case of their own keep it: a call's table is asked about applications.
     *
     * @param reference null where no case is asked about
     */
    static Map<String, Object> about(String reference, Map<String, Object> facts) {
        if (reference == null || facts.containsKey(Variable.REFERENCE)) {
            return facts;
        }
        var about = new HashMap<>(facts);
        about.put(Variable.REFERENCE, reference);
        return about;
    }

    /**
     * What an evaluation gave, and why.
     *
     * @param rows as {@link #decide} gives them
     * @param matched the ids of the rules that matched, in the table's order, by the key of each table that was asked
     */
    record Evaluation(List<Map<String, Object>> rows, Map<String, List<String>> matched) {}
}
