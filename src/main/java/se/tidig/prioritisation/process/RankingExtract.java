package se.tidig.prioritisation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.tidig.Count;
import se.tidig.Sek;
import se.tidig.prioritisation.Kind;
import se.tidig.prioritisation.Placement;

/**
 * What a person can read of a long list in a form: all of a short one, of a long ranking the places around the line at
 * which the money ends, where an adjustment changes something. The whole list is on the call's page.
 */
final class RankingExtract {

    /** Rows that a form shows at most, apart from those that people have adjusted. */
    static final int ROWS = 200;

    private RankingExtract() {}

    /** @param placements in order of rank, those not assessed first */
    static List<Placement> of(List<Placement> placements) {
        if (placements.size() <= ROWS) {
            return placements;
        }
        var line = line(placements);
        return IntStream.range(0, placements.size())
                .filter(place -> Math.abs(2 * (place - line) + 1) < ROWS
                        || placements.get(place).adjusted())
                .mapToObj(placements::get)
                .toList();
    }

    /** The first place in order of rank that does not get all it could, and not because a person has said so. */
    private static int line(List<Placement> placements) {
        return IntStream.range(0, placements.size())
                .filter(place -> placements.get(place).rank() != null
                        && placements.get(place).kind() != Kind.GRANT
                        && !placements.get(place).adjusted())
                .findFirst()
                .orElse(placements.size());
    }

    /** How much of the ranking the form shows. */
    static String told(List<Placement> placements) {
        return placements.size() <= ROWS
                ? "Listan visar hela prioriteringen: " + applications(placements.size()) + "."
                : "Listan visar %d av %d ansökningar: de som ligger närmast gränsen där medlen tar slut, och de som är justerade."
                        .formatted(of(placements).size(), placements.size());
    }

    /** For each kind of proposal, how many there are and their sum. */
    static List<Map<String, Object>> summary(List<Placement> placements) {
        var summary = new ArrayList<Map<String, Object>>();
        for (var kind : Kind.values()) {
            var amounts = placements.stream()
                    .filter(place -> place.kind() == kind)
                    .map(Placement::proposedAmount)
                    .toList();
            if (!amounts.isEmpty()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("kind", kind.swedishName());
                row.put("count", amounts.size());
                row.put("proposed", amounts.stream().reduce(Sek.ZERO, Sek::plus).toString());
                summary.add(row);
            }
        }
        return summary;
    }

    static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), ROWS));
    }

    /** How many rows there are, and how many of them the form shows. */
    static String toldFirst(int rows) {
        return rows <= ROWS
                ? applications(rows) + " återstår."
                : "%s återstår. De %d först inkomna visas.".formatted(applications(rows), ROWS);
    }

    private static String applications(int number) {
        return Count.of(number, "ansökan", "ansökningar");
    }
}
