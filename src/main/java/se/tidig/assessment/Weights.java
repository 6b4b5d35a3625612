package se.tidig.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.tidig.bundle.EarlierBundles;
import se.tidig.bundle.RuleSet;

/** The criteria of the table {@code assessment-weights}, in one version of the bundle. */
class Weights {

    private final RuleSet rules;
    private final Map<String, Criterion> known = new HashMap<>();

    Weights(RuleSet rules) {
        this.rules = rules;
    }

    /** @throws IllegalStateException if the form has a criterion that the table lacks */
    Criterion of(String criterion) {
        return known.computeIfAbsent(criterion, key -> find(key)
                .orElseThrow(() -> new IllegalStateException(
                        "Kriteriet %s saknas i tabellen assessment-weights. Lägg till en rad med dess vikt."
                                .formatted(key))));
    }

    /** The provision that excludes a grant if the activity is economic. */
    String economicActivity() {
        return find("economicActivity")
                .map(Criterion::paragraph)
                .orElseGet(() -> EarlierBundles.text("assessment-weights.economicActivity"));
    }

    /** Empty if the table has no row for it. */
    Optional<Criterion> find(String criterion) {
        return rules.decide("assessment-weights", Map.of("criterion", criterion)).stream()
                .findFirst()
                .map(row -> new Criterion(
                        (String) row.get("name"),
                        ((Number) row.get("weight")).intValue(),
                        ((Number) row.get("floor")).intValue(),
                        row.get("highest") instanceof Number highest
                                ? highest.intValue()
                                : EarlierBundles.number("assessment-weights.highest"),
                        (String) row.get("paragraph")));
    }

    /**
     * @param weight share of the weighted score, relative to the others
     * @param floor lowest score that allows a grant
     * @param highest highest possible score, at least 1; the lowest is 0
     * @param paragraph of ordinance 2016:1364
     */
    record Criterion(String name, int weight, int floor, int highest, String paragraph) {

        Criterion {
            if (highest < 1) {
                throw new IllegalStateException(
                        "Högsta poäng för %s i tabellen assessment-weights ska vara minst 1. Rätta raden."
                                .formatted(name));
            }
        }
    }
}
