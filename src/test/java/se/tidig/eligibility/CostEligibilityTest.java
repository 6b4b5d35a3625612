package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.but;
import static se.tidig.eligibility.Given.line;
import static se.tidig.eligibility.Given.municipality;
import static se.tidig.eligibility.Given.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The costs a grant can be given for, 3, 6, 8 and 11 §§ and the call. The budget is 100 000 SEK, as is the request. */
class CostEligibilityTest {

    private static final Map<String, Object> DUTY = but(line("salary", 30_000), "statutoryDuty", true);
    private static final Map<String, Object> INTERNSHIP = but(line("salary", 20_000), "internship", true);
    private static final Map<String, Object> TRAVEL = line("travel", 10_000);
    private static final Map<String, Object> MATERIAL = line("material", 40_000);

    private static void assertAmounts(Given given, String eligibleCost, String maxGrant) {
        assertThat(given.eligibleCost()).isEqualByComparingTo(eligibleCost);
        assertThat(given.maxGrant()).isEqualByComparingTo(maxGrant);
    }

    @Test
    void withoutDeductionsTheRequestIsTheHighestGrant() {
        assertAmounts(association(), "100000", "100000");
        assertAmounts(association().with("requestedAmount", new BigDecimal("99999.99")), "100000", "99999.99");
    }

    @Test
    void pendingFundingIsReviewedAndNotDeducted() {
        var given = association().with("pendingPublicFunding", new BigDecimal("0.01"));

        assertThat(given.findings()).containsExactly("PENDING_FUNDING REVIEW 6 §");
        assertAmounts(given, "100000", "100000");
    }

    @Test
    void aMunicipalDutyIsExcludedFromAMunicipalBudgetOnly() {
        for (var type : List.of("municipality", "municipalAssociation")) {
            var municipal = municipality()
                    .with("organisationType", type)
                    .lines(DUTY, DUTY, MATERIAL)
                    .with("requestedAmount", 40_000);
            assertThat(municipal.findings()).containsExactly("COST_STATUTORY_DUTY REDUCE 8 § andra stycket");
            assertAmounts(municipal, "40000", "40000");
        }
        assertThat(association().lines(DUTY, DUTY, MATERIAL).findings()).isEmpty();
        assertAmounts(association().lines(DUTY, DUTY, MATERIAL), "100000", "100000");
    }

    @Test
    void internshipIsExcludedForAll() {
        var given = association().lines(INTERNSHIP, INTERNSHIP, MATERIAL).with("requestedAmount", 40_000);

        assertThat(given.findings()).containsExactly("COST_INTERNSHIP REDUCE 3 § tredje stycket");
        assertAmounts(given, "40000", "40000");
    }

    @Test
    void whatTheCallExcludesIsExcludedForAll() {
        var given = association().lines(TRAVEL, TRAVEL, MATERIAL).with("requestedAmount", 40_000);

        assertThat(given.with("excludedCategories", List.of("travel", "audit", "travel"))
                        .findings())
                .containsExactly("COST_NOT_IN_CALL REDUCE utlysningen");
        assertAmounts(given.with("excludedCategories", List.of("travel")), "40000", "40000");
        assertThat(given.with("excludedCategories", List.of("audit")).findings())
                .isEmpty();
    }

    @Test
    void aLineWithoutCategoryIsOther() {
        var given = association().lines(row("amount", 10_000), MATERIAL).with("requestedAmount", 40_000);

        assertThat(given.with("excludedCategories", List.of("other")).codes()).containsExactly("COST_NOT_IN_CALL");
    }

    @Test
    void aLineIsExcludedOnlyOnceByTheFirstGroundThatFits() {
        var everything = but(but(line("travel", 30_000), "statutoryDuty", true), "internship", true);
        var internshipTravel = but(line("travel", 20_000), "internship", true);
        var call = List.of("travel");

        var municipal = municipality()
                .lines(everything, MATERIAL)
                .with("requestedAmount", 40_000)
                .with("excludedCategories", call);
        assertThat(municipal.codes()).containsExactly("COST_STATUTORY_DUTY");
        var organisation = association()
                .lines(everything, internshipTravel, MATERIAL)
                .with("requestedAmount", 40_000)
                .with("excludedCategories", call);
        assertThat(organisation.codes()).containsExactly("COST_INTERNSHIP");
        assertThat(municipality()
                        .lines(everything, internshipTravel, TRAVEL, MATERIAL)
                        .with("requestedAmount", 40_000)
                        .with("excludedCategories", call)
                        .codes())
                .containsExactlyInAnyOrder("COST_STATUTORY_DUTY", "COST_INTERNSHIP", "COST_NOT_IN_CALL");
    }

    @ParameterizedTest(name = "line {0} funded {1}, activity funded {2}: deduction {3}")
    @CsvSource({
        "40000, 0, 0, 0",
        "40000, 0, 0.01, 0.01",
        // A payment for the line is part of the activity's funding.
        "40000, 10000, 0, 10000",
        "40000, 10000, 10000, 10000",
        "40000, 10000, 10000.01, 10000.01",
        "40000, 10000, 9999, 10000",
        // A deduction is never more than the cost of its line, and the rest is not deducted from other lines.
        "40000, 50000, 50000, 40000",
        "40000, 50000, 50001, 40001"
    })
    void thePublicFundingIsDeducted(BigDecimal amount, BigDecimal ofLine, BigDecimal ofActivity, BigDecimal deduction) {
        var given = association()
                .lines(but(line("salary", amount), "publicFunding", ofLine), line("premises", 60_000))
                .with("publicFunding", ofActivity)
                .with("requestedAmount", 1);

        assertAmounts(given, new BigDecimal(100_000).subtract(deduction).toPlainString(), "1");
        assertThat(given.findings())
                .isEqualTo(deduction.signum() > 0 ? List.of("COST_PUBLICLY_FUNDED REDUCE 6 §") : List.of());
    }

    @Test
    void fundingOfAnExcludedLineIsNotDeductedAgain() {
        var funded = but(INTERNSHIP, "publicFunding", 15_000);

        assertAmounts(association().lines(funded, MATERIAL).with("publicFunding", 15_000), "40000", "40000");
        assertThat(association()
                        .lines(funded, MATERIAL)
                        .with("publicFunding", 15_000)
                        .with("requestedAmount", 40_000)
                        .codes())
                .containsExactly("COST_INTERNSHIP");
        assertAmounts(association().lines(funded, MATERIAL).with("publicFunding", 16_000), "39000", "39000");
    }

    @Test
    void fundingOfTheActivityIsDeductedEvenWithoutBudget() {
        var given = association().lines().with("publicFunding", 1);

        assertThat(given.findings())
                .containsExactlyInAnyOrder("MISSING_COSTS COMPLETION 11 § 3", "COST_PUBLICLY_FUNDED REDUCE 6 §");
        assertAmounts(given, "0", "0");
    }

    @Test
    void theEligibleCostIsNeverBelowZero() {
        var given = association().with("publicFunding", 500_000);

        assertAmounts(given, "0", "0");
        assertThat(given.findings())
                .containsExactlyInAnyOrder("COST_PUBLICLY_FUNDED REDUCE 6 §", "NO_ELIGIBLE_COST INELIGIBLE 6 §");
    }

    @Test
    void moneyIsDecimal() {
        var given = association()
                .lines(
                        line("salary", new BigDecimal("0.10")),
                        line("salary", new BigDecimal("0.20")),
                        line("salary", new BigDecimal("1234567890.03")))
                .with("requestedAmount", new BigDecimal("1234567890.34"));

        assertAmounts(given, "1234567890.33", "1234567890.33");
        assertThat(given.eligibleCost().scale()).isEqualTo(2);
    }

    @Test
    void theHighestAmountsStayExact() {
        var given = association()
                .lines(line("salary", new BigDecimal("999999999999.99")), line("other", new BigDecimal("0.02")))
                .with("requestedAmount", new BigDecimal("999999999999.99"));

        assertAmounts(given, "1000000000000.01", "999999999999.99");
    }

    @Test
    void withoutRequestedAmountNothingCanBeGrantedAndNothingIsRefused() {
        var given = association().without("requestedAmount");

        assertThat(given.codes()).containsExactly("MISSING_ANSWER");
        assertAmounts(given, "100000", "0");
    }

    @Test
    void aBudgetThatCostsNothingGivesNoGrant() {
        assertThat(association().lines(row("description", "Ideellt arbete")).findings())
                .containsExactly("NO_ELIGIBLE_COST INELIGIBLE 11 § 3");
        assertThat(association().lines().codes()).containsExactly("MISSING_COSTS");
    }

    @Test
    void theRequestIsReducedToTheLeastOfCostAndLimit() {
        assertThat(association()
                        .with("requestedAmount", new BigDecimal("100000.01"))
                        .findings())
                .containsExactly("REQUEST_REDUCED REDUCE 11 § 3");
        assertAmounts(association().with("maxPerApplication", 60_000), "100000", "60000");
        assertThat(association().with("maxPerApplication", 60_000).findings())
                .containsExactly("REQUEST_REDUCED REDUCE utlysningen");
        assertThat(association().with("maxPerApplication", 100_000).findings()).isEmpty();
        assertThat(association().with("maxPerApplication", 0).findings())
                .containsExactly("NO_ELIGIBLE_COST INELIGIBLE utlysningen");
    }

    /** Each line of the paragraph choice together with all lines after it, and again without those before it. */
    @ParameterizedTest(name = "funding {0}, duty {1}, internship {2}, not in call {3}, limit {4}: {5}")
    @CsvSource({
        "true, true, true, true, 1, 6 §",
        "false, true, true, true, 1, 8 § andra stycket",
        "false, false, true, true, 1, 3 § tredje stycket",
        "false, false, false, true, , utlysningen",
        "false, false, false, false, 1, utlysningen",
        // A limit that did not decide is no ground.
        "false, false, false, false, 40001, 11 § 3",
        "false, false, false, false, , 11 § 3"
    })
    void theFirstGroundThatFitsGivesTheParagraph(
            boolean funding, boolean duty, boolean internship, boolean notInCall, Integer limit, String paragraph) {
        var reduced = municipality()
                .lines(
                        but(DUTY, "statutoryDuty", duty),
                        but(INTERNSHIP, "internship", internship),
                        notInCall ? TRAVEL : line("material", 0),
                        MATERIAL)
                .with("excludedCategories", List.of("travel"))
                .with("publicFunding", funding ? 1 : 0)
                .with("maxPerApplication", limit)
                .with("requestedAmount", 200_000);

        // With a limit above the cost, the cost is what decides.
        var given = Integer.valueOf(40_001).equals(limit) ? reduced.lines(MATERIAL) : reduced;
        assertThat(given.findings()).contains("REQUEST_REDUCED REDUCE " + paragraph);
    }

    @ParameterizedTest
    @CsvSource({
        "publicFunding, 6 §",
        "statutoryDuty, 8 § andra stycket",
        "internship, 3 § tredje stycket",
        "category, utlysningen",
        "amount, 11 § 3"
    })
    void theSameGroundsGiveTheParagraphIfNothingIsLeft(String reason, String paragraph) {
        var values = Map.<String, Object>of(
                "publicFunding", 5_000, "statutoryDuty", true, "internship", true, "category", "travel", "amount", 0);
        var given = municipality()
                .lines(but(line("salary", 5_000), reason, values.get(reason)))
                .with("excludedCategories", List.of("travel"));

        assertThat(given.findings()).contains("NO_ELIGIBLE_COST INELIGIBLE " + paragraph);
    }

    @Test
    void reasonsNameAmountsAndLinesAsSwedishText() {
        var given = association()
                .lines(
                        but(INTERNSHIP, "description", "Handledare"),
                        row("amount", new BigDecimal("1250000.5"), "internship", true),
                        MATERIAL)
                .with("requestedAmount", 1_000_000);

        assertThat(given.finding("COST_INTERNSHIP").orElseThrow().reason())
                .endsWith("praktik: Handledare (20\u00a0000\u00a0kronor), kostnadspost utan beskrivning"
                        + " (1\u00a0250\u00a0000,50\u00a0kronor).");
        assertThat(given.finding("REQUEST_REDUCED").orElseThrow().reason())
                .contains("högst 40\u00a0000\u00a0kronor av det sökta beloppet 1\u00a0000\u00a0000\u00a0kronor");
    }
}
