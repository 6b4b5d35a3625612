package se.tidig.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.assessment.Assessment.Role;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;

class AssessmentTablesTest {

    private static final RuleSet RULES = FileRuleSet.packaged();

    @ParameterizedTest
    @CsvSource({"A, 30, 2", "B, 30, 2", "C, 10, 0", "D, 10, 0", "E, 10, 0", "F, 10, 0"})
    void everyCriterionHasItsWeightItsFloorAndItsHighestScore(String criterion, int weight, int floor) {
        var found = new Weights(RULES).of(criterion);

        assertThat(found.weight()).isEqualTo(weight);
        assertThat(found.floor()).isEqualTo(floor);
        assertThat(found.highest()).isEqualTo(4);
        assertThat(found.name()).isNotBlank();
        assertThat(found.paragraph()).isNotBlank();
    }

    @Test
    void theGroundsOfARefusalByScoreAreTheTwoThatTheOrdinanceNames() {
        var weights = new Weights(RULES);

        assertThat(weights.of("A").paragraph()).isEqualTo("4 § första stycket 1");
        assertThat(weights.of("B").paragraph()).isEqualTo("4 § första stycket 2");
    }

    @Test
    void economicActivityHasItsProvisionInTheTable() {
        assertThat(new Weights(RULES).economicActivity()).isEqualTo("5 §");
    }

    @Test
    void everyCriterionAtItsHighestGivesAHundredWhateverTheHighestIs() {
        RuleSet rules = (table, facts) -> List.of(Map.of(
                "name",
                "Kriterium",
                "weight",
                facts.get("criterion").equals("A") ? 30 : 10,
                "floor",
                0,
                "highest",
                facts.get("criterion").equals("A") ? 10 : 3,
                "paragraph",
                "4 §"));

        assertThat(weighed(Map.of("A", 10, "B", 3), rules)).isEqualByComparingTo("100.0");
        assertThat(weighed(Map.of("A", 5, "B", 3), rules)).isEqualByComparingTo("62.5");
        assertThat(weighed(Map.of("A", 10, "B", 1), rules)).isEqualByComparingTo("83.3");
    }

    @Test
    void aCaseThatKeepsAnEarlierVersionOfTheTableIsWeighedAsThen() {
        RuleSet earlier = (table, facts) -> facts.get("criterion").equals("economicActivity")
                ? List.of()
                : List.of(Map.of("name", "Kriterium", "weight", 10, "floor", 0, "paragraph", "4 §"));

        assertThat(weighed(Map.of("A", 4, "B", 2), earlier)).isEqualByComparingTo("75.0");
        assertThat(new Weights(earlier).economicActivity()).isEqualTo("5 §");
    }

    @Test
    void aHighestScoreOfZeroIsAnErrorThatSaysWhatToMend() {
        RuleSet rules = (table, facts) ->
                List.of(Map.of("name", "Behov", "weight", 10, "floor", 0, "highest", 0, "paragraph", "4 §"));

        assertThatThrownBy(() -> new Weights(rules).of("A"))
                .hasMessage("Högsta poäng för Behov i tabellen assessment-weights ska vara minst 1. Rätta raden.");
    }

    private static BigDecimal weighed(Map<String, Integer> scores, RuleSet rules) {
        var given = new HashMap<String, Assessment.Score>();
        scores.forEach((criterion, score) -> given.put(criterion, new Assessment.Score(score, "Därför.")));
        var judgement = new Judgement("", "", false, "", EarlierReporting.NONE, null, null, given);
        var assessment = Assessment.of(
                Reference.of("K-2026-1-1"), "K", Role.FIRST, Actor.of("officerK1"), judgement, Instant.EPOCH);
        assessment.weigh(new Weights(rules));
        return assessment.score();
    }

    @Test
    void whatTwoHaveReconciledIsDoneHoweverLargeOrRisky() {
        assertThat(route(Map.of(
                        "reconciled", true, "requestedAmount", amount("5000000"), "earlierReports", "shortcomings")))
                .isEqualTo("DONE");
    }

    @ParameterizedTest
    @CsvSource({"999999.99, DONE", "1000000, SECOND", "1000000.01, SECOND"})
    void aLargeApplicationIsAssessedByASecondPerson(String requested, String route) {
        assertThat(route(Map.of("requestedAmount", amount(requested)))).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({"none, DONE", "good, DONE", "shortcomings, SECOND"})
    void shortcomingsInEarlierReportsCallForASecondPerson(String earlier, String route) {
        assertThat(route(Map.of("earlierReports", earlier))).isEqualTo(route);
    }

    @Test
    void anAssessmentThatLeadsToRefusalIsMadeByTwo() {
        assertThat(route(Map.of("refusalGround", true))).isEqualTo("SECOND");
    }

    @ParameterizedTest
    @CsvSource({"2, DONE", "3, SECOND", "4, SECOND"})
    void manyExaminedConditionsCallForASecondPerson(int reviewed, String route) {
        assertThat(route(Map.of("reviewedFindings", reviewed))).isEqualTo(route);
    }

    @Test
    void nobodyIsCalledAThirdTime() {
        assertThat(route(Map.of(
                        "assessors",
                        2,
                        "requestedAmount",
                        amount("5000000"),
                        "earlierReports",
                        "shortcomings",
                        "refusalGround",
                        true,
                        "reviewedFindings",
                        9)))
                .isEqualTo("DONE");
    }

    @ParameterizedTest
    @CsvSource({"19.9, DONE", "20.0, RECONCILE", "35.0, RECONCILE"})
    void wideWeightedDifferencesAreReconciled(String difference, String route) {
        assertThat(route(Map.of("assessors", 2, "scoreDifference", amount(difference))))
                .isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({"1, DONE", "2, RECONCILE", "4, RECONCILE"})
    void aWideDifferenceOnOneCriterionIsReconciled(int difference, String route) {
        assertThat(route(Map.of("assessors", 2, "widestDifference", difference)))
                .isEqualTo(route);
    }

    @Test
    void differentPositionsOnEconomicActivityAreReconciled() {
        assertThat(route(Map.of("assessors", 2, "positionsDiffer", true))).isEqualTo("RECONCILE");
    }

    private static String route(Map<String, Object> differing) {
        var facts = new HashMap<String, Object>(Map.of(
                "reconciled",
                false,
                "assessors",
                1,
                "requestedAmount",
                amount("100000"),
                "earlierReports",
                "none",
                "refusalGround",
                false,
                "reviewedFindings",
                0,
                "scoreDifference",
                BigDecimal.ZERO,
                "widestDifference",
                0,
                "positionsDiffer",
                false));
        facts.putAll(differing);
        List<Map<String, Object>> rows = RULES.decide("assessment-routing", facts);
        assertThat(rows).hasSize(1);
        return (String) rows.get(0).get("route");
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
