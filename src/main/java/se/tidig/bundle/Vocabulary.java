package se.tidig.bundle;

import java.util.Map;
import java.util.Set;
import se.tidig.engine.Topic;

/**
 * Everything Java declares that models may name; what is not here does not exist for them.
 *
 * @param delegates by bean name
 * @param handlers by form id
 * @param content that forms, mails and letters may show, by key: the fields of what it stands for, see {@link
 *     se.tidig.form.ShownWord}
 * @param messages by name: the variables that the message carries, with their only values, or none told
 * @param topics by name
 * @param tables by decision id, where Java evaluates it
 */
public record Vocabulary(
        Map<String, DelegateWords> delegates,
        Map<String, FormWords> handlers,
        Map<String, Set<String>> content,
        Map<String, Map<String, Set<String>>> messages,
        Map<String, Topic> topics,
        Map<String, TableWords> tables) {

    /**
     * What a delegate needs and gives.
     *
     * @param reads variables
     * @param writes variables with their only values, or none told
     * @param tables decision ids
     * @param letters the kind of document by the letter it is written from
     * @param answersOf the forms whose routing answers it hands the process
     */
    public record DelegateWords(
            String swedishName,
            Set<String> reads,
            Map<String, Set<String>> writes,
            Set<String> tables,
            Map<String, String> letters,
            Set<String> answersOf) {

        /** The same of a delegate that hands over no answers. */
        public DelegateWords(
                String swedishName,
                Set<String> reads,
                Map<String, Set<String>> writes,
                Set<String> tables,
                Map<String, String> letters) {
            this(swedishName, reads, writes, tables, letters, Set.of());
        }
    }

    /**
     * What Java reads of a form.
     *
     * @param keys with the only choices that Java understands, or none told
     * @param writes the variables it writes when the form is handed in, with their only values, or none told
     * @param together which of their values always go together
     */
    public record FormWords(Map<String, Set<String>> keys, Map<String, Set<String>> writes, Set<Together> together) {

        /** The same where none are told to go together. */
        public FormWords(Map<String, Set<String>> keys, Map<String, Set<String>> writes) {
            this(keys, writes, Set.of());
        }
    }

    /**
     * Whenever the variable {@code when} is one of the values, {@code then} is one of those it gives.
     *
     * @param when a variable
     * @param then another, written at the same time
     */
    public record Together(String when, Set<String> values, String then, Set<String> gives) {}

    /**
     * What Java hands to a table and reads of it.
     *
     * @param facts with their only values, or none told
     * @param answersOf the forms whose answers the table gets
     * @param results the outputs with their only values; {@code findings.effect} is a key of what an output gives
     * @param manyRows whether Java reads every row that hits, or the only one
     * @param types of facts by name, {@code date}, {@code number}, {@code boolean} or {@code text}, where they are told
     * @param choices the question by the fact whose values are its alternatives: {@code prepare-disbursement#circumstances}
     */
    public record TableWords(
            Map<String, Set<String>> facts,
            Set<String> answersOf,
            Map<String, Set<String>> results,
            boolean manyRows,
            Map<String, String> types,
            Map<String, String> choices) {

        /** The same where neither types nor choices are told. */
        public TableWords(
                Map<String, Set<String>> facts,
                Set<String> answersOf,
                Map<String, Set<String>> results,
                boolean manyRows) {
            this(facts, answersOf, results, manyRows, Map.of(), Map.of());
        }
    }
}
