package se.tidig.assessment;

import java.util.HashMap;
import java.util.Map;
import se.tidig.bundle.Rules;

/** The criteria as the table {@code assessment-weights} has them, in one version of the bundle. */
class Weights {

    private final Rules rules;
    private final Map<String, Criterion> known = new HashMap<>();

    Weights(Rules rules) {
        this.rules = rules;
    }

    /** @throws IllegalStateException where the form has a criterion that the table lacks */
    Criterion of(String criterion) {
        return known.computeIfAbsent(criterion, this::ask);
    }

    private Criterion ask(String criterion) {
        var rows = rules.decide("assessment-weights", Map.of("criterion", criterion));
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "Kriteriet %s saknas i tabellen assessment-weights. Lägg till en rad med dess vikt."
                            .formatted(criterion));
        }
        var row = rows.get(0);
        return new Criterion(
                (String) row.get("name"),
                ((Number) row.get("weight")).intValue(),
                ((Number) row.get("floor")).intValue(),
                (String) row.get("paragraph"));
    }

    /**
     * @param weight share of the weighted score, relative to the others
     * @param floor lowest score that leaves room for a grant, 0–4
     * @param paragraph of ordinance 2016:1364
     */
    record Criterion(String name, int weight, int floor, String paragraph) {}
}
