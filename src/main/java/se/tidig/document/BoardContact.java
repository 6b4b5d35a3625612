package se.tidig.document;

import java.util.Map;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;

/**
 * Where applicants and recipients send documents to a board, from the table {@code board-contact}.
 *
 * @param address postal address on one line
 * @param email the board's official address for documents
 * @param phone the board's switchboard
 */
@AsksTable(
        value = BoardContact.DECISION,
        facts = "board=AB|C|D|E|F|G|H|I|K|M|N|O|S|T|U|W|X|Y|Z|AC|BD",
        results = {"address", "email", "phone"})
public record BoardContact(String address, String email, String phone) {

    static final String DECISION = "board-contact";

    /**
     * @param board county letter
     * @throws IllegalStateException with a Swedish sentence if the table has no row for the board
     */
    public static BoardContact of(String board, RuleSet rules) {
        var rows = rules.decide(DECISION, Map.of("board", board));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Tabellen %s saknar en rad för länsbokstaven %s. Lägg till den.".formatted(DECISION, board));
        }
        var row = rows.get(0);
        return new BoardContact(text(row, "address"), text(row, "email"), text(row, "phone"));
    }

    private static String text(Map<String, Object> row, String output) {
        return row.get(output).toString();
    }
}
