package se.tidig.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Topic;

/**
 * Everything that Java declares for models; a model can use no other name. Wherever a declaration lists the only values
 * of a name, an empty set means that any value is possible.
 *
 * @param delegates by bean name
 * @param handlers by form id
 * @param content the content that forms, mails and letters can show, by key; the fields of each, see
 *     {@link se.tidig.form.ShownWord}
 * @param messages by name: the variables that the message carries, with their only values
 * @param topics by name
 * @param tables by decision id, if Java evaluates the table
 * @param ofCase what is known of a case
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

    /** The same without anything known of a case. */
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
     * @param names names with their only values
     * @param answersOf the forms whose answers are known, each under its key
     * @param tables the tables whose codes replace {@code *} in a name
     * @param tasks whether the answers given in tasks and start forms are known
     */
    public record KnownWords(
            CaseStage since,
            Map<String, Set<String>> names,
            Set<String> answersOf,
            Set<String> tables,
            boolean tasks) {}

    /**
     * The variables, tables and letters of a delegate.
     *
     * @param reads variables
     * @param writes variables with their only values
     * @param tables decision ids
     * @param letters the kind of document, by the letter that it is written from
     * @param answersOf the forms whose routing answers the delegate gives the process
     * @param starts the messages with which the delegate starts processes about the same case
     */
    public record DelegateWords(
            String swedishName,
            Set<String> reads,
            Map<String, Set<String>> writes,
            Set<String> tables,
            Map<String, String> letters,
            Set<String> answersOf,
            Set<String> starts) {

        /** A delegate that gives the process no answers and starts no process. */
        public DelegateWords(
                String swedishName,
                Set<String> reads,
                Map<String, Set<String>> writes,
                Set<String> tables,
                Map<String, String> letters) {
            this(swedishName, reads, writes, tables, letters, Set.of(), Set.of());
        }
    }

    /**
     * What Java reads of a form.
     *
     * @param keys the questions, with the only choices that Java understands
     * @param writes the variables that it writes when the form is submitted, with their only values
     * @param together the values that it always writes together
     * @param stage how far the case has come if the form starts a process about it
     * @param questionsOf the form whose questions it should ask again; empty for none
     */
    public record FormWords(
            Map<String, Set<String>> keys,
            Map<String, Set<String>> writes,
            Set<Together> together,
            CaseStage stage,
            String questionsOf) {

        /** A form without values that are written together, which starts no process about a case. */
        public FormWords(Map<String, Set<String>> keys, Map<String, Set<String>> writes) {
            this(keys, writes, Set.of(), CaseStage.NONE, "");
        }
    }

    /**
     * If the variable {@code when} has one of the values, {@code then} has one of the values in {@code gives}.
     *
     * @param when a variable
     * @param then another variable, written at the same time
     */
    public record Together(String when, Set<String> values, String then, Set<String> gives) {}

    /**
     * The facts that Java sends to a table and the results that it reads.
     *
     * @param facts names with their only values
     * @param answersOf the forms whose answers the table gets
     * @param results the outputs with their only values; {@code findings.effect} is a key in a context that the output
     *     gives
     * @param gives values of outputs, or of keys in them, that some row must give
     * @param manyRows whether Java reads every matching row, or the only one
     * @param types the types of facts by name, {@code date}, {@code number}, {@code boolean} or {@code text}, if they
     *     are declared
     * @param choices the question by the fact whose values are its alternatives:
     *     {@code prepare-disbursement#circumstances}
     * @param stage how far the case has come at the latest of the calls; the table can read what is known of the case
     *     by then, which is null in an earlier call
     * @param calls the places in Java that ask the table
     */
    public record TableWords(
            Map<String, Set<String>> facts,
            Set<String> answersOf,
            Map<String, Set<String>> results,
            Map<String, Set<String>> gives,
            boolean manyRows,
            Map<String, String> types,
            Map<String, String> choices,
            CaseStage stage,
            List<Call> calls) {

        /** A table that one place asks. */
        public TableWords(
                Map<String, Set<String>> facts,
                Set<String> answersOf,
                Map<String, Set<String>> results,
                Map<String, Set<String>> gives,
                boolean manyRows,
                Map<String, String> types,
                Map<String, String> choices,
                CaseStage stage) {
            this(facts, answersOf, results, gives, manyRows, types, choices, stage, List.of(new Call(facts, stage)));
        }

        /** The words of one of its calls. */
        public TableWords of(Call call) {
            return new TableWords(
                    call.facts(), answersOf, results, gives, manyRows, types, choices, call.stage(), List.of(call));
        }

        /** A table without declared types and choices, asked about no case. */
        public TableWords(
                Map<String, Set<String>> facts,
                Set<String> answersOf,
                Map<String, Set<String>> results,
                boolean manyRows) {
            this(facts, answersOf, results, Map.of(), manyRows, Map.of(), Map.of(), CaseStage.NONE);
        }
    }

    /**
     * One place in Java that asks a table.
     *
     * @param facts names with their only values
     * @param stage how far the case has come at the earliest
     */
    public record Call(Map<String, Set<String>> facts, CaseStage stage) {}
}
