package se.tidig.prioritisation.process;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.tidig.Sek;
import se.tidig.prioritisation.Placement;
import se.tidig.prioritisation.PlacementKind;

/**
 * The part of a ranking that a person can read in a form: the whole of a short one; of a long one the places around
 * the line at which the money ends, where an adjustment matters. The call's page has the whole list.
 */
final class RankingExtract {

    /** The most rows that a form shows, apart from those that people have adjusted. */
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

    /** The first place in order of rank that gets less than it could, and not because a person decided so. */
    private static int line(List<Placement> placements) {
        return IntStream.range(0, placements.size())
                .filter(place -> placements.get(place).rank() != null
                        && placements.get(place).kind() != PlacementKind.GRANT
                        && !placements.get(place).adjusted())
                .findFirst()
                .orElse(placements.size());
    }

    /** How many applications there are, and how many of them the form shows. */
    record Extent(int applications, int shown) {}

    static Extent extent(List<Placement> placements) {
        return new Extent(placements.size(), of(placements).size());
    }

    /** The applications with one kind of proposal. */
    record KindSum(String kind, int count, Sek proposed) {}

    /** For each kind of proposal, how many there are and their sum. */
    static List<KindSum> summary(List<Placement> placements) {
        return Stream.of(PlacementKind.values())
                .map(kind -> summary(
                        kind,
                        placements.stream()
                                .filter(place -> place.kind() == kind)
                                .toList()))
                .filter(sum -> sum.count() > 0)
                .toList();
    }

    private static KindSum summary(PlacementKind kind, List<Placement> placements) {
        return new KindSum(
                kind.swedishName(),
                placements.size(),
                placements.stream().map(Placement::proposedAmount).reduce(Sek.ZERO, Sek::plus));
    }

    static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), ROWS));
    }

    static Extent extentOfFirst(int rows) {
        return new Extent(rows, Math.min(rows, ROWS));
    }
}
