package se.tidig.engine;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What gateways, timers, texts and tables may ask of a case by name. It is read from the records when it is asked and is
 * never stored in the process; a process variable or a table's own fact of the same name comes first. An implementation
 * declares its names with {@link KnowsOfCase}.
 */
public interface CaseFacts {

    /** Knows of no case. */
    CaseFacts NONE = (reference, name) -> Optional.empty();

    /**
     * One thing that is known.
     *
     * @param value as tables read it: text, {@code Boolean}, a number, a day or time of {@code java.time}, a list or a map;
     *     null where it is not answered
     * @param yesOrNo whether it answers yes or no, so that a condition may take null for no
     */
    record Fact(Object value, boolean yesOrNo) {}

    /**
     * @param reference the case's; may be that of something else, which has no facts
     * @return empty where there is no such case, or the name is not known here
     */
    Optional<Fact> find(String reference, String name);

    /** The same of several; the first that knows the name answers. */
    static CaseFacts ofAll(Supplier<Stream<CaseFacts>> all) {
        return (reference, name) ->
                all.get().flatMap(facts -> facts.find(reference, name).stream()).findFirst();
    }
}
