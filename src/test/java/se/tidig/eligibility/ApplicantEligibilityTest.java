package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.but;
import static se.tidig.eligibility.Given.municipality;
import static se.tidig.eligibility.Given.partner;
import static se.tidig.eligibility.Given.row;
import static se.tidig.eligibility.Given.umbrella;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms for the applicant and its partners, 7 to 9 §§. */
class ApplicantEligibilityTest {

    @ParameterizedTest
    @ValueSource(strings = {"foundation", "company", "economicAssociation", "state", "region", "individual"})
    void othersThanOrganisationsAndMunicipalitiesCannotGetTheGrant(String type) {
        // Conditions of organisations are not applied to it.
        var given = association()
                .with("organisationType", type)
                .with("hasResponsibleBoard", false)
                .with("overdueRecovery", true)
                .partners(partner("state"));

        assertThat(given.findings()).containsExactly("APPLICANT_TYPE INELIGIBLE 7 och 8 §§");
    }

    @Test
    void anUnansweredTypeIsAskedForAndNotRefused() {
        assertThat(association().without("organisationType").codes()).containsExactly("MISSING_ANSWER");
    }

    @Test
    void aFaithCommunityIsReviewed() {
        assertThat(association().with("organisationType", "faithCommunity").findings())
                .containsExactly("FAITH_COMMUNITY REVIEW 7 § första stycket 1");
    }

    @ParameterizedTest
    @CsvSource({
        "hasResponsibleBoard, false, NO_BOARD INELIGIBLE 7 § första stycket 2",
        "democraticAndIndependent, false, NOT_DEMOCRATIC INELIGIBLE 7 § första stycket 3",
        "purposeCompatible, false, PURPOSE REVIEW 7 § första stycket 4",
        "democracyConcern, true, DEMOCRACY REVIEW 7 a och 7 b §§",
        "inLiquidationOrBankruptcy, true, INSOLVENT INELIGIBLE 9 § 1",
        "enforcementDebt, true, ENFORCEMENT_DEBT INELIGIBLE 9 § 2",
        "overdueRecovery, true, OVERDUE_RECOVERY INELIGIBLE 9 § 3"
    })
    void whatEveryOrganisationMustMeet(String fact, boolean failing, String finding) {
        assertThat(association().with(fact, failing).findings()).containsExactly(finding);
        assertThat(umbrella().with(fact, failing).findings()).containsExactly(finding);
        assertThat(association()
                        .with("organisationType", "faithCommunity")
                        .with(fact, failing)
                        .findings())
                .contains(finding);
        assertThat(association().with(fact, !failing).findings()).isEmpty();
        for (var type : List.of("municipality", "municipalAssociation")) {
            assertThat(municipality()
                            .with("organisationType", type)
                            .with(fact, failing)
                            .findings())
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "since {0}, received {1}: too new {2}")
    @CsvSource({
        "2024-09-18, 2026-09-18T10:00:00+02:00, false",
        "2024-09-19, 2026-09-18T10:00:00+02:00, true",
        // Two years after 29 February is 28 February.
        "2024-02-29, 2026-02-28T10:00:00+01:00, false",
        "2024-02-29, 2026-02-27T10:00:00+01:00, true",
        "2024-03-01, 2026-02-28T10:00:00+01:00, true",
        "2022-02-28, 2024-02-28T10:00:00+01:00, false",
        "2022-03-01, 2024-02-29T10:00:00+01:00, true",
        // The day is the Swedish one, in summer and in winter.
        "2024-09-19, 2026-09-18T21:59:59Z, true",
        "2024-09-19, 2026-09-18T22:00:00Z, false",
        "2024-01-10, 2026-01-09T22:59:59Z, true",
        "2024-01-10, 2026-01-09T23:00:00Z, false",
        "2024-09-18, 2026-09-18T23:30:00+09:00, false",
        "2024-09-18, 2026-09-18T05:30:00+09:00, true"
    })
    void anOrganisationMustHaveBeenActiveTwoCalendarYears(String since, String receivedAt, boolean tooNew) {
        var given = association()
                .with("activeInSwedenSince", since)
                .with("receivedAt", receivedAt)
                .with("closesAt", "2026-12-31T23:59:59+01:00");

        assertThat(given.findings()).isEqualTo(tooNew ? List.of("TOO_NEW INELIGIBLE 7 § första stycket 5") : List.of());
        assertThat(association()
                        .partners(but(partner("company"), "activeInSwedenSince", since))
                        .with("receivedAt", receivedAt)
                        .with("closesAt", "2026-12-31T23:59:59+01:00")
                        .with("activeInSwedenSince", "2000-01-01")
                        .findings())
                .isEqualTo(tooNew ? List.of("PARTNER INELIGIBLE 7 § tredje stycket") : List.of());
    }

    @Test
    void twoYearsAreAskedOfOrganisationsOnly() {
        assertThat(municipality().with("activeInSwedenSince", "2026-09-01").findings())
                .isEmpty();
    }

    @Test
    void anUmbrellaMustConfirmItsMembers() {
        assertThat(umbrella().with("membersConfirmed", false).findings())
                .containsExactly("UMBRELLA_MEMBERS REVIEW 7 § andra stycket");
        assertThat(association().with("membersConfirmed", false).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasResponsibleBoard", "democraticAndIndependent"})
    void aPartnerMustMeetTheDemandsToo(String fact) {
        for (var type : List.of("association", "company", "foundation", "individual", "faithCommunity")) {
            assertThat(association().partners(but(partner(type), fact, false)).findings())
                    .containsExactly("PARTNER INELIGIBLE 7 § tredje stycket");
        }
        assertThat(association().partners(partner("company")).findings()).isEmpty();
        assertThat(municipality().partners(but(partner("company"), fact, false)).findings())
                .isEmpty();
    }

    @Test
    void aPartnersPurposeIsReviewed() {
        var given = association().partners(but(partner("association"), "purposeCompatible", false));

        assertThat(given.findings()).containsExactly("PARTNER_PURPOSE REVIEW 7 § tredje stycket");
        assertThat(municipality()
                        .partners(but(partner("association"), "purposeCompatible", false))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality", "municipalAssociation", "state", "region"})
    void aPublicPartnerIsReviewedAndNothingElseAskedOfIt(String type) {
        var failing = row(
                "name",
                "Offentlig part",
                "type",
                type,
                "hasResponsibleBoard",
                false,
                "democraticAndIndependent",
                false,
                "purposeCompatible",
                false,
                "activeInSwedenSince",
                "2026-09-01");

        assertThat(association().partners(failing).findings())
                .containsExactly("PARTNER_PUBLIC REVIEW 7 § tredje stycket");
        assertThat(municipality().partners(failing).findings()).isEmpty();
    }

    @Test
    void manyPartnersOfAKindAreOneFindingThatNamesThem() {
        var given = association()
                .partners(
                        but(but(partner("company"), "hasResponsibleBoard", false), "name", "Alfa"),
                        but(but(partner("association"), "democraticAndIndependent", false), "name", "Beta"),
                        but(but(partner("association"), "activeInSwedenSince", "2026-01-01"), "name", "Gamma"),
                        partner("association"),
                        partner("state"),
                        partner("region"));

        assertThat(given.codes()).containsExactlyInAnyOrder("PARTNER", "PARTNER_PUBLIC");
        assertThat(given.finding("PARTNER").orElseThrow().reason())
                .contains("Alfa (saknar ansvarig styrelse)")
                .contains("Beta (är inte självständig")
                .contains("Gamma (har bedrivit verksamhet i Sverige kortare tid")
                .doesNotContain("Parten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasResponsibleBoard", "democraticAndIndependent"})
    void aPartnersKnownFailingFactCountsThoughOthersAreAbsent(String fact) {
        assertThat(association()
                        .partners(row("type", "association", fact, false))
                        .codes())
                .containsExactlyInAnyOrder("PARTNER", "MISSING_ANSWER");
    }

    @Test
    void aPartnersKnownNewnessOrPurposeCountsThoughOthersAreAbsent() {
        assertThat(association()
                        .partners(row("type", "company", "activeInSwedenSince", "2026-01-01"))
                        .codes())
                .containsExactlyInAnyOrder("PARTNER", "MISSING_ANSWER");
        assertThat(association()
                        .partners(row("type", "company", "purposeCompatible", false))
                        .codes())
                .containsExactlyInAnyOrder("PARTNER_PURPOSE", "MISSING_ANSWER");
    }

    @Test
    void aPartnerWithoutTypeGivesOnlyAMissingAnswer() {
        Map<String, Object> unknown = but(but(partner(null), "hasResponsibleBoard", false), "purposeCompatible", false);

        assertThat(association().partners(unknown).codes()).containsExactly("MISSING_ANSWER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hasResponsibleBoard",
                "democraticAndIndependent",
                "purposeCompatible",
                "activeInSwedenSince",
                "democracyConcern",
                "inLiquidationOrBankruptcy",
                "enforcementDebt"
            })
    void anAbsentAnswerNeitherRefusesNorClears(String fact) {
        assertThat(association().without(fact).codes()).containsExactly("MISSING_ANSWER");
    }
}
