package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.municipality;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms for the activity, 3, 5 and 8 §§ and the call. */
class ActivityEligibilityTest {

    @Test
    void theActivityMustBeFree() {
        assertThat(association().with("participantFee", new BigDecimal("0.01")).findings())
                .containsExactly("FEE INELIGIBLE 3 § första stycket");
        assertThat(association().with("participantFee", new BigDecimal("0.00")).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lma, ''",
        "permitInAccommodation, ''",
        "temporaryProtectionNotRegistered, ''",
        "lma permitInAccommodation temporaryProtectionNotRegistered, ''",
        "lma lma, ''",
        "minors, MINORS_ONLY INELIGIBLE",
        "minors minors, MINORS_ONLY INELIGIBLE",
        "permitOwnHousing, TARGET_GROUP INELIGIBLE",
        "minors permitOwnHousing, TARGET_GROUP INELIGIBLE",
        "temporaryProtectionRegistered, PROTECTION_REGISTERED REVIEW",
        "temporaryProtectionRegistered minors, PROTECTION_REGISTERED REVIEW",
        "temporaryProtectionRegistered permitOwnHousing, PROTECTION_REGISTERED REVIEW",
        "lma minors, MIXED_GROUP REVIEW",
        "permitInAccommodation permitOwnHousing, MIXED_GROUP REVIEW",
        "temporaryProtectionNotRegistered temporaryProtectionRegistered, MIXED_GROUP REVIEW",
        "lma minors permitOwnHousing temporaryProtectionRegistered, MIXED_GROUP REVIEW"
    })
    void theTargetGroupsDecide(String groups, String finding) {
        var given = association().with("targetGroups", Arrays.asList(groups.split(" ")));

        assertThat(given.findings())
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding + " 3 § första stycket"));
    }

    @Test
    void noTargetGroupIsAMissingAnswerAndNoRefusal() {
        assertThat(association().with("targetGroups", List.of()).codes()).containsExactly("MISSING_ANSWER");
    }

    @ParameterizedTest
    @CsvSource({
        "swedish, false",
        "society, false",
        "labourMarket, false",
        "health, false",
        "other, true",
        "other other, true",
        "other health, false"
    })
    void anAreaOfTheOrdinanceMustBePromoted(String areas, boolean found) {
        var given = association().with("focusAreas", Arrays.asList(areas.split(" ")));

        assertThat(given.findings())
                .isEqualTo(found ? List.of("NO_FOCUS_AREA INELIGIBLE 3 § andra stycket") : List.of());
    }

    @Test
    void noFocusAreaAtAllIsAMissingAnswerAndNoRefusal() {
        assertThat(association().with("focusAreas", List.of()).codes()).containsExactly("MISSING_ANSWER");
    }

    @Test
    void internshipIsRefusedInWholeAndReviewedInPart() {
        assertThat(association().with("internship", "whole").findings())
                .containsExactly("INTERNSHIP INELIGIBLE 3 § tredje stycket");
        assertThat(association().with("internship", "part").findings())
                .containsExactly("INTERNSHIP_PART REVIEW 3 § tredje stycket");
    }

    @Test
    void economicActivityAndInfluenceAreReviewed() {
        assertThat(association().with("economicActivity", true).findings())
                .containsExactly("ECONOMIC_ACTIVITY REVIEW 5 §");
        assertThat(association().with("religiousOrPoliticalInfluence", true).findings())
                .containsExactly("INFLUENCE REVIEW 3 § andra stycket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality", "municipalAssociation"})
    void aMunicipalStatutoryDutyIsRefusedInWholeAndReviewedInPart(String type) {
        var given = municipality().with("organisationType", type);

        assertThat(given.with("statutoryDuty", "whole").findings())
                .containsExactly("STATUTORY_DUTY INELIGIBLE 8 § andra stycket");
        assertThat(given.with("statutoryDuty", "part").findings())
                .containsExactly("STATUTORY_DUTY_PART REVIEW 8 § andra stycket");
        assertThat(given.with("statutoryDuty", "none").findings()).isEmpty();
    }

    @Test
    void othersHaveNoMunicipalDuty() {
        assertThat(association().with("statutoryDuty", "whole").findings()).isEmpty();
        assertThat(association().with("statutoryDuty", "part").findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} to {1}, {2} months: too long {3}")
    @CsvSource({
        "2027-01-01, 2027-12-31, 12, false",
        "2027-01-01, 2028-01-01, 12, true",
        "2027-01-15, 2027-07-14, 6, false",
        "2027-01-15, 2027-07-15, 6, true",
        // A month from the last of January ends on the last of February; then one day is taken off.
        "2027-01-31, 2027-02-27, 1, false",
        "2027-01-31, 2027-02-28, 1, true",
        "2028-01-31, 2028-02-28, 1, false",
        "2028-01-31, 2028-02-29, 1, true",
        "2028-02-29, 2029-02-27, 12, false",
        "2028-02-29, 2029-02-28, 12, true",
        "2027-03-31, 2027-04-29, 1, false",
        "2027-03-31, 2027-04-30, 1, true"
    })
    void thePeriodMayNotExceedTheMonthsOfTheCall(String start, String end, int months, boolean tooLong) {
        var given = association().with("periodStart", start).with("periodEnd", end);

        assertThat(given.with("maxMonths", months).findings())
                .isEqualTo(tooLong ? List.of("LONG_PERIOD REVIEW utlysningen") : List.of());
        assertThat(given.with("maxMonths", null).findings()).isEmpty();
    }

    @Test
    void aPeriodWithoutStartOrEndIsAskedForAndNotTooLong() {
        assertThat(association().without("periodStart").with("maxMonths", 1).codes())
                .containsExactly("MISSING_ANSWER");
        assertThat(association().without("periodEnd").with("maxMonths", 1).codes())
                .containsExactly("MISSING_ANSWER");
    }

    @ParameterizedTest
    @CsvSource({"1, högst 1 månad.", "6.0, högst 6 månader."})
    void theReasonForALongPeriodNamesTheLimit(BigDecimal months, String limit) {
        var given = association().with("maxMonths", months);

        assertThat(given.finding("LONG_PERIOD").orElseThrow().reason())
                .contains("1 januari 2027 till och med 31 december 2027")
                .endsWith(limit);
    }
}
