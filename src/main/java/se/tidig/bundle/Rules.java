package se.tidig.bundle;

import java.util.List;
import java.util.Map;

/** The decision tables of one deployed version of the bundle. */
public interface Rules {

    /**
     * Evaluates a decision over facts that are already typed (dates as {@code LocalDate} or {@code ZonedDateTime},
     * money as {@code BigDecimal}, lists, maps, text, booleans).
     *
     * @return the rows that fired, by output name; a literal expression that gives a context is one row of its entries
     */
    List<Map<String, Object>> decide(String decision, Map<String, Object> facts);
}
