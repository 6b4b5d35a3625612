package se.tidig.bundle;

import java.util.Map;
import java.util.Set;
import se.tidig.engine.Topic;

/**
 * Everything Java declares that models may name; what is not here does not exist for them.
 *
 * @param delegates by bean name
 * @param handlers by form id
 * @param content keys of case content that forms, mails and letters may show
 * @param messages by name: the variables that the message carries, with their only values, or none told
 * @param topics by name
 * @param tables by decision id, where Java evaluates it
 */
public record Vocabulary(
        Map<String, DelegateWords> delegates,
        Map<String, FormWords> handlers,
        Set<String> content,
        Map<String, Map<String, Set<String>>> messages,
        Map<String, Topic> topics,
        Map<String, TableWords> tables) {

    /** The variables a delegate reads and those it writes (with their only values, or none told), and its tables. */
    public record DelegateWords(
            String swedishName, Set<String> reads, Map<String, Set<String>> writes, Set<String> tables) {}

    /** The keys Java reads of a form (with the only choices it understands, or none told), and the variables it writes when the form is handed in. */
    public record FormWords(Map<String, Set<String>> keys, Map<String, Set<String>> writes) {}

    /** The facts (with their only values, or none told) and the forms' answers a table gets, and the outputs
     * read of it (with their only values; {@code findings.effect} is the key of what an output gives). */
    public record TableWords(Map<String, Set<String>> facts, Set<String> answersOf, Map<String, Set<String>> results) {}
}
