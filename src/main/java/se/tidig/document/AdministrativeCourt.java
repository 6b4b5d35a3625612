package se.tidig.document;

import java.util.Map;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;

/** The administrative court to which a board's decisions are appealed, from the table {@code administrative-court}. */
@AsksTable(
        value = AdministrativeCourt.DECISION,
        facts = "board=AB|C|D|E|F|G|H|I|K|M|N|O|S|T|U|W|X|Y|Z|AC|BD",
        results = "court")
public final class AdministrativeCourt {

    static final String DECISION = "administrative-court";

    private AdministrativeCourt() {}

    /**
     * @param board county letter
     * @return the name as written in letters, {@code Förvaltningsrätten i Växjö}
     * @throws IllegalStateException with a Swedish sentence, if the table has no row for the board
     */
    public static String of(String board, RuleSet rules) {
        var rows = rules.decide(DECISION, Map.of("board", board));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Tabellen %s saknar en rad för länsbokstaven %s. Lägg till den.".formatted(DECISION, board));
        }
        return rows.get(0).get("court").toString();
    }
}
