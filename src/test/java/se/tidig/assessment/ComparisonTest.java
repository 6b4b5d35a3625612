package se.tidig.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.assessment.Assessment.Role;
import se.tidig.assessment.Assessment.Score;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;

/** What a case's assessments come to beside each other (4, 5 and 12 §§). */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-02-16T10:00:00Z");

    /** Two criteria of one weight, of which a grant falls on the first below two points; the highest is four. */
    private static final RuleSet TABLE = (decision, facts) -> switch ((String) facts.get("criterion")) {
        case "need" -> List.of(row("Behov", 2, "4 § 1"));
        case "goal" -> List.of(row("Mål", 0, "4 § 2"));
        case "economicActivity" -> List.of(row("Ekonomisk verksamhet", 0, "5 §"));
        default -> List.of();
    };

    private final Weights weights = new Weights(TABLE);

    @Test
    void anAssessmentKeepsThePositionsTheScoresAndWhoMadeIt() {
        var judgement = new Judgement(
                "Stort behov",
                "Når målet",
                true,
                "Säljer kaffe",
                EarlierReporting.SHORTCOMINGS,
                "Kom sent",
                "Uppgift från kommunen",
                Map.of("need", new Score(0, "Inget")));
        var assessment =
                Assessment.of(Reference.of("K-2026-2-017"), "K", Role.SECOND, Actor.of("officerK2"), judgement, NOW);

        assertThat(assessment.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(assessment.role()).isEqualTo(Role.SECOND);
        assertThat(assessment.assessor()).isEqualTo(Actor.of("officerK2"));
        assertThat(assessment.need()).isEqualTo("Stort behov");
        assertThat(assessment.goal()).isEqualTo("Når målet");
        assertThat(assessment.isEconomicActivity()).isTrue();
        assertThat(assessment.economicActivityReason()).isEqualTo("Säljer kaffe");
        assertThat(assessment.earlierReports()).isEqualTo(EarlierReporting.SHORTCOMINGS);
        assertThat(assessment.earlierReportsReason()).isEqualTo("Kom sent");
        assertThat(assessment.externalMaterial()).isEqualTo("Uppgift från kommunen");
        assertThat(assessment.scores()).isEqualTo(Map.of("need", new Score(0, "Inget")));
        assertThat(assessment.assessedAt()).isEqualTo(NOW);
        assertThat(assessment.score()).isNull();
    }

    @Test
    void aScoreIsAtLeastZero() {
        assertThatThrownBy(() -> new Score(-1, "Skäl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Poängen ska vara minst 0.");
    }

    @Test
    void theScoreIsTheMeanOfWhatStandsWithOneDecimal() {
        assertThat(comparison(first(4, 4)).score()).isEqualByComparingTo("100.0");
        assertThat(comparison(first(4, 3), second(2, 2)).score()).isEqualByComparingTo("68.8");
    }

    @Test
    void aReconciledAssessmentReplacesTheTwoItCameOf() {
        var reconciled = assessment(Role.RECONCILED, 4, 4, false, EarlierReporting.NONE);
        var all = comparison(first(0, 0), second(1, 1), reconciled);

        assertThat(all.score()).isEqualByComparingTo("100.0");
        assertThat(all.grounds()).isEmpty();
        assertThat(facts(all)).containsEntry("reconciled", true).containsEntry("assessors", 1);
        assertThat(Comparison.standing(List.of(first(0, 0), reconciled))).containsExactly(reconciled);
    }

    @Test
    void aGrantFallsOnAMeanBelowTheFloorOfItsCriterion() {
        assertThat(comparison(first(2, 0)).grounds()).isEmpty();
        assertThat(comparison(first(1, 4)).grounds()).containsExactly("4 § 1");
        assertThat(comparison(first(3, 4), second(1, 4)).grounds()).isEmpty();
        assertThat(comparison(first(2, 4), second(1, 4)).grounds()).containsExactly("4 § 1");
    }

    @Test
    void aGrantFallsOnEconomicActivityIfOneOfThemFindsIt() {
        var economic = assessment(Role.SECOND, 4, 4, true, EarlierReporting.NONE);

        assertThat(comparison(first(4, 4), economic).grounds()).containsExactly("5 §");
        assertThat(facts(comparison(first(4, 4), economic))).containsEntry("refusalGround", true);
        assertThat(facts(comparison(first(4, 4), second(4, 4)))).containsEntry("refusalGround", false);
    }

    @Test
    void twoAssessmentsDifferByScoreByTheirWidestCriterionAndByPosition() {
        assertThat(facts(comparison(first(4, 2), second(1, 4))))
                .containsEntry("reconciled", false)
                .containsEntry("assessors", 2)
                .containsEntry("widestDifference", 3)
                .containsEntry("positionsDiffer", false)
                .hasEntrySatisfying("scoreDifference", difference -> assertThat((BigDecimal) difference)
                        .isEqualByComparingTo("12.5"));
        assertThat(facts(comparison(first(4, 4), assessment(Role.SECOND, 4, 4, true, EarlierReporting.NONE))))
                .containsEntry("positionsDiffer", true)
                .containsEntry("widestDifference", 0);
    }

    @Test
    void oneAssessmentDiffersFromNothing() {
        assertThat(facts(comparison(first(4, 0))))
                .containsEntry("scoreDifference", BigDecimal.ZERO)
                .containsEntry("widestDifference", 0)
                .containsEntry("positionsDiffer", false)
                .containsEntry("assessors", 1);
    }

    @Test
    void onlyCriteriaThatBothHaveScoredAreHeldAgainstEachOther() {
        var other = Assessment.of(
                Reference.of("K-2026-2-017"),
                "K",
                Role.SECOND,
                Actor.of("officerK2"),
                new Judgement(
                        "", "", false, null, EarlierReporting.NONE, null, null, Map.of("goal", new Score(3, "Skäl"))),
                NOW);
        other.weigh(weights);

        assertThat(facts(comparison(first(4, 2), other))).containsEntry("widestDifference", 1);
    }

    @Test
    void theWorstOfWhatEarlierReportsShowCounts() {
        var good = assessment(Role.FIRST, 4, 4, false, EarlierReporting.GOOD);
        var bad = assessment(Role.SECOND, 4, 4, false, EarlierReporting.SHORTCOMINGS);

        assertThat(facts(comparison(good, bad))).containsEntry("earlierReports", "shortcomings");
        assertThat(facts(comparison(good))).containsEntry("earlierReports", "good");
        assertThat(facts(comparison(first(4, 4)))).containsEntry("earlierReports", "none");
    }

    @Test
    void anAnswerOnEarlierReportsIsOneThatTheFormHas() {
        for (var one : EarlierReporting.values()) {
            assertThat(EarlierReporting.of(one.value())).isEqualTo(one);
        }
        assertThatThrownBy(() -> EarlierReporting.of("bad"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Okänt svar om tidigare redovisningar: bad");
    }

    @Test
    void aCriterionThatTheTableLacksIsAnErrorThatSaysWhatToAdd() {
        assertThatThrownBy(() -> weights.of("scale"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Kriteriet scale saknas i tabellen assessment-weights. Lägg till en rad med dess vikt.");
    }

    /** What the table of routing is asked with, of an application for 100 000 kr. */
    private static Map<String, Object> facts(Comparison comparison) {
        return SentFacts.of(comparison.compared(Sek.of(100_000), 3));
    }

    private Comparison comparison(Assessment... made) {
        return new Comparison(List.of(made), weights);
    }

    private Assessment first(int need, int goal) {
        return assessment(Role.FIRST, need, goal, false, EarlierReporting.NONE);
    }

    private Assessment second(int need, int goal) {
        return assessment(Role.SECOND, need, goal, false, EarlierReporting.NONE);
    }

    private Assessment assessment(Role role, int need, int goal, boolean economic, EarlierReporting earlier) {
        var scores = Stream.of(Map.entry("need", need), Map.entry("goal", goal))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Score(entry.getValue(), "Skäl")));
        var assessment = Assessment.of(
                Reference.of("K-2026-2-017"),
                "K",
                role,
                Actor.of("officerK1"),
                new Judgement("Behov", "Mål", economic, null, earlier, null, null, scores),
                NOW);
        assessment.weigh(weights);
        return assessment;
    }

    private static Map<String, Object> row(String name, int floor, String paragraph) {
        return Map.of("name", name, "weight", 1, "floor", floor, "highest", 4, "paragraph", paragraph);
    }
}
