package se.tidig.prioritisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.Sek;
import se.tidig.call.Earmark;

/** What is left of a call's frame while it is shared out: money for any area, and money kept for one area. */
class Pot {

    private Sek free;
    private final Map<String, Sek> kept = new LinkedHashMap<>();

    Pot(Sek frame, List<Earmark> earmarks) {
        free = frame;
        for (var earmark : earmarks) {
            kept.put(earmark.focusArea(), earmark.amount());
            free = free.minus(earmark.amount());
        }
    }

    /** What is available to an activity within the areas. */
    Sek available(List<String> focusAreas) {
        var left = kept.entrySet().stream()
                .filter(entry -> focusAreas.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(free, Sek::plus);
        return left.isNegative() ? Sek.ZERO : left;
    }

    /**
     * Takes the amount, first from the money kept for the areas. Returns false and takes nothing if there is not
     * enough.
     */
    boolean take(Sek amount, List<String> focusAreas) {
        if (amount.compareTo(available(focusAreas)) > 0) {
            return false;
        }
        spend(amount, focusAreas);
        return true;
    }

    /** Takes an amount that is already promised, even if there is not enough. */
    void spend(Sek amount, List<String> focusAreas) {
        var wanted = amount;
        for (var area : focusAreas) {
            var part = wanted.min(kept.getOrDefault(area, Sek.ZERO));
            kept.computeIfPresent(area, (key, left) -> left.minus(part));
            wanted = wanted.minus(part);
        }
        free = free.minus(wanted);
    }
}
