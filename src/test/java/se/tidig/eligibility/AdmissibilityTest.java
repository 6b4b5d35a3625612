package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.municipality;
import static se.tidig.eligibility.Given.partner;
import static se.tidig.eligibility.Given.row;
import static se.tidig.eligibility.Given.umbrella;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form and content of the application, 10 to 12 §§. */
class AdmissibilityTest {

    @Test
    void nothingIsFoundAboutACompleteApplication() {
        assertThat(association().findings()).isEmpty();
        assertThat(umbrella().findings()).isEmpty();
        assertThat(municipality().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-20T23:59:59+02:00, false",
        "2026-09-20T23:59:59.001+02:00, true",
        "2026-09-21T00:00:00+02:00, true",
        // The same instant, and one second later, written with other offsets.
        "2026-09-20T21:59:59Z, false",
        "2026-09-21T06:59:59+09:00, false",
        "2026-09-20T17:59:59-04:00, false",
        "2026-09-20T22:00:00Z, true"
    })
    void lateIsAfterTheInstantTheCallCloses(String receivedAt, boolean late) {
        var given = association().with("receivedAt", receivedAt);

        assertThat(given.findings()).isEqualTo(late ? List.of("LATE REJECT 10 §") : List.of());
    }

    @Test
    void theReasonForLateStatesBothTimesInSwedishTime() {
        var late = association().with("receivedAt", "2026-09-20T22:30:00Z").with("closesAt", "2026-09-20T21:59:59Z");

        assertThat(late.finding("LATE").orElseThrow().reason())
                .contains("den 21 september 2026 kl. 00.30.00")
                .contains("den 20 september 2026 kl. 23.59.59");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "true, true, false",
                "false, true, true",
                "true, false, true",
                "false, false, true",
                "-, true, true",
                "true, -, true"
            },
            nullValues = "-")
    void itMustBeSignedBySomeoneAuthorised(Boolean signed, Boolean authorised, boolean found) {
        var given = association().with("signed", signed).with("signatoryAuthorised", authorised);

        assertThat(given.findings()).isEqualTo(found ? List.of("NOT_SIGNED COMPLETION 10 §") : List.of());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t ", "\u00a0\u2003"})
    void blankDescriptionsAreMissing(String blank) {
        assertThat(association().with("activityDescription", blank).findings())
                .containsExactly("MISSING_ACTIVITY COMPLETION 11 § 1");
        assertThat(association().with("purposeDescription", blank).findings())
                .containsExactly("MISSING_PURPOSE COMPLETION 11 § 2");
        assertThat(association()
                        .without("activityDescription")
                        .without("purposeDescription")
                        .codes())
                .containsExactlyInAnyOrder("MISSING_ACTIVITY", "MISSING_PURPOSE");
    }

    @Test
    void oneCharacterIsADescription() {
        assertThat(association().with("activityDescription", " x\n").findings()).isEmpty();
        assertThat(association().with("purposeDescription", "\u00a0.").findings())
                .isEmpty();
    }

    @Test
    void aBudgetWithoutLinesIsMissing() {
        assertThat(association().lines().findings()).containsExactly("MISSING_COSTS COMPLETION 11 § 3");
        assertThat(association().without("budgetLines").findings()).containsExactly("MISSING_COSTS COMPLETION 11 § 3");
        assertThat(association().lines(row("amount", 100_000)).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisationType",
                "participantFee",
                "internship",
                "economicActivity",
                "religiousOrPoliticalInfluence",
                "periodStart",
                "periodEnd",
                "requestedAmount",
                "targetGroups",
                "focusAreas"
            })
    void answersThatAllMustGive(String name) {
        // Without its type, the applicant is asked only for what every type is asked for.
        assertThat(association().without(name).findings())
                .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
        assertThat(municipality().with(name, null).findings())
                .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
        assertThat(municipality().with(name, "").findings())
                .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activeInSwedenSince",
                "hasResponsibleBoard",
                "democraticAndIndependent",
                "purposeCompatible",
                "democracyConcern",
                "inLiquidationOrBankruptcy",
                "enforcementDebt"
            })
    void answersThatOrganisationsMustGive(String name) {
        for (var type : List.of("association", "umbrella", "faithCommunity")) {
            assertThat(umbrella().with("organisationType", type).without(name).codes())
                    .contains("MISSING_ANSWER");
        }
        for (var type : List.of("municipality", "municipalAssociation")) {
            assertThat(municipality()
                            .with("organisationType", type)
                            .without(name)
                            .codes())
                    .isEmpty();
        }
        assertThat(association()
                        .with("organisationType", "company")
                        .without(name)
                        .codes())
                .containsExactly("APPLICANT_TYPE");
    }

    @Test
    void onlyAnUmbrellaMustConfirmItsMembers() {
        assertThat(umbrella().without("membersConfirmed").findings())
                .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
        assertThat(association().without("membersConfirmed").findings()).isEmpty();
        assertThat(municipality().without("membersConfirmed").findings()).isEmpty();
    }

    @Test
    void onlyMunicipalApplicantsMustAnswerForTheirStatutoryDuties() {
        for (var type : List.of("municipality", "municipalAssociation")) {
            assertThat(municipality()
                            .with("organisationType", type)
                            .without("statutoryDuty")
                            .findings())
                    .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
        }
        assertThat(association().without("statutoryDuty").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "hasResponsibleBoard",
                "democraticAndIndependent",
                "purposeCompatible",
                "activeInSwedenSince"
            })
    void everyPartnerOfAnOrganisationMustAnswer(String name) {
        var silent = Given.but(partner("association"), name, null);

        assertThat(association().partners(partner("company"), silent).findings())
                .containsExactly("MISSING_ANSWER COMPLETION 12 § första stycket");
        assertThat(municipality().partners(silent).findings()).isEmpty();
    }

    @Test
    void aPublicPartnerAnswersOnlyWhatItIs() {
        assertThat(association()
                        .partners(row("name", "Kommunen", "type", "municipality"))
                        .codes())
                .containsExactly("PARTNER_PUBLIC");
    }

    @Test
    void manyMissingAnswersAreOneFindingThatNamesThem() {
        var finding = association()
                .without("periodStart")
                .without("hasResponsibleBoard")
                .partners(row("name", "Grannföreningen"))
                .check()
                .findings();

        assertThat(finding).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("MISSING_ANSWER");
            assertThat(f.reason())
                    .contains("periodens första dag")
                    .contains("ansvarig styrelse")
                    .contains("Grannföreningen");
        });
    }

    @Test
    void answersThatNoRuleNeedsMayBeAbsent() {
        assertThat(association()
                        .without("organisationName")
                        .without("organisationNumber")
                        .without("title")
                        .without("partners")
                        .without("publicFunding")
                        .with("pendingPublicFunding", null)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"statutes", "annualReport", "annualMeetingMinutes", "signatoryProof"})
    void anOrganisationMustEncloseAllFourDocuments(String only) {
        for (var type : List.of("association", "umbrella", "faithCommunity")) {
            assertThat(umbrella()
                            .with("organisationType", type)
                            .with("attachments", List.of(only))
                            .findings())
                    .containsOnlyOnce("MISSING_DOCUMENT COMPLETION 12 § första stycket");
        }
        assertThat(municipality().with("attachments", List.of(only)).findings()).isEmpty();
        assertThat(association()
                        .with("organisationType", "company")
                        .with("attachments", null)
                        .codes())
                .containsExactly("APPLICANT_TYPE");
    }

    @Test
    void absentAttachmentsAreMissingDocuments() {
        assertThat(association().without("attachments").codes()).containsExactly("MISSING_DOCUMENT");
        assertThat(association()
                        .with("attachments", List.of("statutes", "statutes", "annualReport", "annualMeetingMinutes"))
                        .codes())
                .containsExactly("MISSING_DOCUMENT");
    }

    @ParameterizedTest(name = "ordered {0}, rounds left {1}")
    @CsvSource({
        "false, 1, COMPLETION, COMPLETION",
        "false, 0, REVIEW, REVIEW",
        "true, 1, REJECT, REVIEW",
        "true, 0, REJECT, REVIEW"
    })
    void whatADefectLeadsTo(boolean ordered, int roundsLeft, String curable, String documentary) {
        var defects = List.of(
                "NOT_SIGNED",
                "MISSING_ACTIVITY",
                "MISSING_PURPOSE",
                "MISSING_COSTS",
                "MISSING_ANSWER",
                "MISSING_DOCUMENT");
        var given = association()
                .with("signed", false)
                .without("activityDescription")
                .without("purposeDescription")
                .without("budgetLines")
                .without("internship")
                .without("attachments")
                .with("completionRoundsLeft", roundsLeft)
                .with("completionOrdered", ordered ? defects : List.of());

        assertThat(given.findings())
                .containsExactlyInAnyOrder(
                        "NOT_SIGNED " + curable + " 10 §",
                        "MISSING_ACTIVITY " + curable + " 11 § 1",
                        "MISSING_PURPOSE " + curable + " 11 § 2",
                        "MISSING_COSTS " + curable + " 11 § 3",
                        "MISSING_ANSWER " + documentary + " 12 § första stycket",
                        "MISSING_DOCUMENT " + documentary + " 12 § första stycket");
    }

    @Test
    void anOrderForOneDefectSaysNothingOfAnother() {
        var given = association()
                .without("activityDescription")
                .without("purposeDescription")
                .with("completionOrdered", List.of("MISSING_PURPOSE", "MISSING_PURPOSE"));

        assertThat(given.findings())
                .containsExactlyInAnyOrder("MISSING_ACTIVITY COMPLETION 11 § 1", "MISSING_PURPOSE REJECT 11 § 2");
    }
}
