package se.tidig.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tidig.engine.CaseStage;
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
 * @param ofCase what is known of a case by name
 * @param starts how far a case has come, by the message that starts a process about it
 */
public record Vocabulary(
        Map<String, DelegateWords> delegates,
        Map<String, FormWords> handlers,
        Map<String, Set<String>> content,
        Map<String, Map<String, Set<String>>> messages,
        Map<String, Topic> topics,
        Map<String, TableWords> tables,
        List<KnownWords> ofCase,
        Map<String, CaseStage> starts) {

    /** The same where nothing is known of cases. */
    public Vocabulary(
            Map<String, DelegateWords> delegates,
            Map<String, FormWords> handlers,
            Map<String, Set<String>> content,
            Map<String, Map<String, Set<String>>> messages,
            Map<String, Topic> topics,
            Map<String, TableWords> tables) {
        this(delegates, handlers, content, messages, topics, tables, List.of(), Map.of());
    }

    /**
     * What is known of a case from a stage on.
     *
     * @param names with their only values, or none told
     * @param answersOf the forms whose answers are known, each under its key
     * @param tables whose codes {@code *} stands for in a name
     */
    public record KnownWords(
            CaseStage since, Map<String, Set<String>> names, Set<String> answersOf, Set<String> tables) {}

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
     * @param stage how far the case has come that a process is about when the form starts it
     */
    public record FormWords(
            Map<String, Set<String>> keys, Map<String, Set<String>> writes, Set<Together> together, CaseStage stage) {

        /** The same where none are told to go together, of a form that starts no process about a case. */
        public FormWords(Map<String, Set<String>> keys, Map<String, Set<String>> writes) {
            this(keys, writes, Set.of(), CaseStage.NONE);
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
     * @param stage how far the case has come that it is asked in; the table may read what is then known of the case
     */
    public record TableWords(
            Map<String, Set<String>> facts,
            Set<String> answersOf,
            Map<String, Set<String>> results,
            boolean manyRows,
            Map<String, String> types,
            Map<String, String> choices,
            CaseStage stage) {

        /** The same where neither types nor choices are told, and no case is asked about. */
        public TableWords(
                Map<String, Set<String>> facts,
                Set<String> answersOf,
                Map<String, Set<String>> results,
                boolean manyRows) {
            this(facts, answersOf, results, manyRows, Map.of(), Map.of(), CaseStage.NONE);
        }
    }
}
