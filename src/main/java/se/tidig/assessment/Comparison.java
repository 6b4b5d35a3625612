package se.tidig.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import se.tidig.Sek;
import se.tidig.assessment.Assessment.Role;

/** A case's assessments side by side: how much they differ and what they result in. */
class Comparison {

    private final List<Assessment> made;
    private final List<Assessment> standing;
    private final Weights weights;

    Comparison(List<Assessment> made, Weights weights) {
        this.made = made;
        this.standing = standing(made);
        this.weights = weights;
    }

    /** The reconciled assessment replaces the two that it is based on. */
    static List<Assessment> standing(List<Assessment> made) {
        var reconciled =
                made.stream().filter(one -> one.role() == Role.RECONCILED).toList();
        return reconciled.isEmpty() ? made : reconciled;
    }

    /** The mean of the assessments that count, weighted, with one decimal. */
    BigDecimal score() {
        return standing.stream()
                .map(Assessment::score)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(standing.size()), 1, RoundingMode.HALF_UP);
    }

    /** Paragraphs that exclude a grant: a mean score below its criterion's floor, economic activity. */
    List<String> grounds() {
        var sums = new TreeMap<String, Integer>();
        standing.forEach(
                one -> one.scores().forEach((criterion, score) -> sums.merge(criterion, score.score(), Integer::sum)));
        var grounds = new ArrayList<String>();
        sums.forEach((key, sum) -> {
            var criterion = weights.of(key);
            if (sum < criterion.floor() * standing.size()) {
                grounds.add(criterion.paragraph());
            }
        });
        if (standing.stream().anyMatch(Assessment::isEconomicActivity)) {
            grounds.add(weights.economicActivity());
        }
        return grounds;
    }

    /** The facts that the table of routing is asked with. */
    Compared compared(Sek requested, int reviewedFindings) {
        var two = standing.size() == 2;
        return new Compared(
                standing.size() < made.size(),
                standing.size(),
                requested,
                earlierReports().value(),
                !grounds().isEmpty(),
                reviewedFindings,
                two ? scoreDifference() : BigDecimal.ZERO,
                two ? widestDifference() : 0,
                two && first().isEconomicActivity() != second().isEconomicActivity());
    }

    /**
     * @param assessors how many assessments count
     * @param refusalGround whether something excludes a grant
     * @param reviewedFindings how many findings a person has examined
     * @param widestDifference of one criterion, in points
     * @param positionsDiffer whether one finds the activity economic and the other does not
     */
    record Compared(
            boolean reconciled,
            int assessors,
            Sek requestedAmount,
            String earlierReports,
            boolean refusalGround,
            int reviewedFindings,
            BigDecimal scoreDifference,
            int widestDifference,
            boolean positionsDiffer) {}

    private EarlierReporting earlierReports() {
        return standing.stream()
                .map(Assessment::earlierReports)
                .max(Enum::compareTo)
                .orElse(EarlierReporting.NONE);
    }

    private BigDecimal scoreDifference() {
        return first().score().subtract(second().score()).abs();
    }

    private int widestDifference() {
        return first().scores().entrySet().stream()
                .filter(entry -> second().scores().containsKey(entry.getKey()))
                .mapToInt(entry -> Math.abs(entry.getValue().score()
                        - second().scores().get(entry.getKey()).score()))
                .max()
                .orElse(0);
    }

    private Assessment first() {
        return standing.get(0);
    }

    private Assessment second() {
        return standing.get(1);
    }
}
