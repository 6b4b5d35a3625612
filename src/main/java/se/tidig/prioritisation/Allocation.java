package se.tidig.prioritisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.call.Call;
import se.tidig.engine.CaseStage;
import se.tidig.engine.Variable;

/**
 * Shares a frame out. Amounts that a person has set come first, then those kept for applications that are not yet
 * assessed. Then the table {@code prioritisation} is asked for each assessed application in falling order of score,
 * with the money that is left.
 */
@AsksTable(
        value = "prioritisation",
        stage = CaseStage.CHECKED,
        sends = Allocation.Asked.class,
        results = {"kind=GRANT|PARTIAL|REFUSE|RESERVE", "amount", "reason"})
class Allocation {

    private final Call call;
    private final Pot pot;
    private final RuleSet rules;

    Allocation(Call call, Pot pot, RuleSet rules) {
        this.call = call;
        this.pot = pot;
        this.rules = rules;
    }

    /** @param adjustments amounts that people have set, by reference */
    List<Placement> rank(List<Candidate> candidates, Map<Reference, Adjustment> adjustments) {
        var ranked = candidates.stream()
                .filter(Candidate::assessed)
                .sorted(Candidate.BY_SCORE)
                .toList();
        var waiting = candidates.stream()
                .filter(candidate -> !candidate.assessed())
                .sorted((a, b) -> Candidate.referenceOrder().compare(a.reference(), b.reference()))
                .toList();
        var order = new ArrayList<>(waiting);
        order.addAll(ranked);
        order.stream()
                .filter(candidate -> adjustments.containsKey(candidate.reference()))
                .forEach(candidate -> pot.spend(
                        adjustments.get(candidate.reference()).amount().min(candidate.maxGrant()),
                        candidate.focusAreas()));
        var placements = new ArrayList<Placement>();
        for (var candidate : order) {
            var rank = candidate.assessed() ? Integer.valueOf(placements.size() - waiting.size() + 1) : null;
            var adjustment = adjustments.get(candidate.reference());
            placements.add(
                    adjustment == null
                            ? ask(candidate, rank)
                            : place(candidate, rank, Sek.ZERO, PlacementKind.REFUSE, "")
                                    .with(adjustment));
        }
        return placements;
    }

    /** Asks the table about one application, and takes the amount that it gives from what is left. */
    Placement ask(Candidate candidate, Integer rank) {
        var available = pot.available(candidate.focusAreas());
        var rows = rules.decide("prioritisation", SentFacts.of(asked(candidate, rank, available)));
        if (rows.size() != 1) {
            throw wrong(candidate, "gav " + rows.size() + " svar i stället för ett");
        }
        var amount = amount(candidate, rows.get(0).get("amount"));
        if (amount.isNegative()
                || amount.compareTo(candidate.maxGrant()) > 0
                || !pot.take(amount, candidate.focusAreas())) {
            throw wrong(
                    candidate,
                    "gav %s, men högst möjliga bidrag är %s och %s är kvar"
                            .formatted(amount, candidate.maxGrant(), available));
        }
        return place(
                candidate,
                rank,
                amount,
                PlacementKind.valueOf(String.valueOf(rows.get(0).get("kind"))),
                String.valueOf(rows.get(0).get("reason")));
    }

    private Asked asked(Candidate candidate, Integer rank, Sek available) {
        return new Asked(
                candidate.reference(),
                candidate.assessed(),
                candidate.grounds().isEmpty(),
                String.join(", ", candidate.grounds()),
                candidate.score() == null ? BigDecimal.ZERO : candidate.score(),
                rank == null ? 0 : rank,
                candidate.requested(),
                candidate.maxGrant(),
                available,
                call.frame());
    }

    /**
     * @param reference by which the table may read the facts of the case (see {@link Variable#REFERENCE})
     * @param fundable whether the assessment found no ground against a grant
     * @param grounds the paragraphs of those that it found
     * @param position from 1; 0 if it is not assessed
     * @param available what is left for the application, SEK
     * @param frame what the call has to give, SEK
     */
    record Asked(
            Reference reference,
            boolean assessed,
            boolean fundable,
            String grounds,
            BigDecimal score,
            int position,
            Sek requested,
            Sek maxGrant,
            Sek available,
            Sek frame) {}

    private static Placement place(Candidate candidate, Integer rank, Sek amount, PlacementKind kind, String reason) {
        return new Placement(
                candidate.reference(),
                rank,
                candidate.score(),
                candidate.requested(),
                candidate.maxGrant(),
                amount,
                kind,
                reason,
                false);
    }

    private static Sek amount(Candidate candidate, Object amount) {
        if (!(amount instanceof Number)) {
            throw wrong(candidate, "gav inget belopp");
        }
        return Sek.of(new BigDecimal(amount.toString()).setScale(2, RoundingMode.DOWN));
    }

    private static IllegalStateException wrong(Candidate candidate, String what) {
        return new IllegalStateException(
                "Tabellen prioritisation %s för ansökan %s. Rätta tabellen.".formatted(what, candidate.reference()));
    }
}
