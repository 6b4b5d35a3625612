package se.tidig.engine;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.tidig.Reference;

/**
 * What gateways, timers, texts and tables may ask of a case by name. The answer is read from the records each time and
 * never stored in the process. A process variable or a table's own fact of the same name takes precedence. An
 * implementation declares its names with {@link KnowsOfCase}.
 */
public interface CaseFacts {

    /** The order of implementations that answer from records of their own; they are asked before the others. */
    int RECORDS = 0;

    /** Has no facts of any case. */
    CaseFacts NONE = (reference, name) -> Optional.empty();

    /**
     * One fact of a case.
     *
     * @param value as tables read it: text, {@code Boolean}, a number, a day or time of {@code java.time}, a list or a
     *     map; null if the question is not answered
     * @param yesOrNo whether the fact is a yes or a no, so that a condition may read null as no
     */
    record Fact(Object value, boolean yesOrNo) {}

    /**
     * @param reference of the case; anything that is not a case has no facts
     * @return empty if there is no such case, or if the name is unknown here
     */
    Optional<Fact> find(Reference reference, String name);

    /** Combines several sources; the first that knows the name answers. */
    static CaseFacts ofAll(Supplier<Stream<CaseFacts>> all) {
        return (reference, name) ->
                all.get().flatMap(facts -> facts.find(reference, name).stream()).findFirst();
    }
}
