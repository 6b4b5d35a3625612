package se.tidig.payment.process;

import java.util.Map;

/** The administrative court that a board's decisions are appealed to: that of the place where the board sits. */
final class AdministrativeCourt {

    private static final Map<String, String> SEATS = Map.ofEntries(
            Map.entry("AB", "Stockholm"),
            Map.entry("C", "Uppsala"),
            Map.entry("D", "Linköping"),
            Map.entry("E", "Linköping"),
            Map.entry("F", "Jönköping"),
            Map.entry("G", "Växjö"),
            Map.entry("H", "Växjö"),
            Map.entry("I", "Stockholm"),
            Map.entry("K", "Växjö"),
            Map.entry("M", "Malmö"),
            Map.entry("N", "Göteborg"),
            Map.entry("O", "Göteborg"),
            Map.entry("S", "Karlstad"),
            Map.entry("T", "Karlstad"),
            Map.entry("U", "Uppsala"),
            Map.entry("W", "Falun"),
            Map.entry("X", "Falun"),
            Map.entry("Y", "Härnösand"),
            Map.entry("Z", "Härnösand"),
            Map.entry("AC", "Umeå"),
            Map.entry("BD", "Luleå"));

    private AdministrativeCourt() {}

    /** @param board county letter */
    static String of(String board) {
        return "Förvaltningsrätten i " + SEATS.get(board);
    }
}
