package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.eligibility.Given.association;
import static se.tidig.eligibility.Given.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.RuleSet;
import se.tidig.form.FormSchema;

/** The outcome: the first that applies of rejection, signature, refusal, completion, review and no objection. */
class OutcomeTest {

    private static final String LATE = "2026-10-01T10:00:00+02:00";

    @Test
    void nothingAgainstItIsEligible() {
        assertThat(association().outcome()).isEqualTo("ELIGIBLE");
    }

    @Test
    void aReductionAloneIsEligible() {
        assertThat(association().with("maxPerApplication", 1).outcome()).isEqualTo("ELIGIBLE");
    }

    @Test
    void whatAPersonHasSetAsideNoLongerCounts() {
        var late = association().with("receivedAt", LATE).with("economicActivity", true);

        assertThat(late.outcome()).isEqualTo("REJECT");
        assertThat(late.with("setAside", List.of("LATE")).outcome()).isEqualTo("REVIEW");
        assertThat(late.with("setAside", List.of("LATE", "ECONOMIC_ACTIVITY")).outcome())
                .isEqualTo("ELIGIBLE");
        assertThat(late.codes()).contains("LATE", "ECONOMIC_ACTIVITY");
    }

    @Test
    void reviewIsAheadOfAReduction() {
        assertThat(association()
                        .with("economicActivity", true)
                        .with("maxPerApplication", 1)
                        .outcome())
                .isEqualTo("REVIEW");
    }

    @Test
    void completionIsAheadOfReview() {
        assertThat(association()
                        .without("attachments")
                        .with("economicActivity", true)
                        .outcome())
                .isEqualTo("COMPLETION");
    }

    @Test
    void refusalIsAheadOfCompletionAndReview() {
        assertThat(association()
                        .with("participantFee", 1)
                        .without("attachments")
                        .with("economicActivity", true)
                        .outcome())
                .isEqualTo("INELIGIBLE");
    }

    @Test
    void aSignatureThatCanBeCompletedIsAheadOfRefusal() {
        assertThat(association()
                        .with("signed", false)
                        .with("participantFee", 1)
                        .with("economicActivity", true)
                        .outcome())
                .isEqualTo("COMPLETION");
    }

    @Test
    void aSignatureThatCannotBeCompletedIsNotAheadOfRefusal() {
        var noRounds = association().with("signed", false).with("completionRoundsLeft", 0);

        assertThat(noRounds.with("participantFee", 1).outcome()).isEqualTo("INELIGIBLE");
        assertThat(noRounds.outcome()).isEqualTo("REVIEW");
        assertThat(noRounds.with("completionOrdered", List.of("NOT_SIGNED"))
                        .with("participantFee", 1)
                        .outcome())
                .isEqualTo("REJECT");
    }

    @Test
    void rejectionIsAheadOfAll() {
        assertThat(association()
                        .with("receivedAt", LATE)
                        .with("signed", false)
                        .with("participantFee", 1)
                        .without("attachments")
                        .with("economicActivity", true)
                        .outcome())
                .isEqualTo("REJECT");
        assertThat(association()
                        .without("activityDescription")
                        .with("completionOrdered", List.of("MISSING_ACTIVITY"))
                        .with("participantFee", 1)
                        .outcome())
                .isEqualTo("REJECT");
    }

    @Test
    void anOwnersQuestionCannotPoseAsAFindingOrAResult() {
        var foreign = List.of(row("code", "X", "effect", "REJECT", "paragraph", "1 §", "reason", "Nej."));
        var given = association()
                .with("admissibility", foreign)
                .with("applicantEligibility", foreign)
                .with("activityEligibility", foreign)
                .with("costEligibility", foreign)
                .with("findings", foreign)
                .with("outcome", "REJECT")
                .with("costs", row("maxGrant", 1))
                .with("applicantKind", "other");

        assertThat(given.findings()).isEmpty();
        assertThat(given.outcome()).isEqualTo("ELIGIBLE");
        assertThat(given.maxGrant()).isEqualByComparingTo("100000");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, , outcome",
        "outcome, MAYBE, MAYBE",
        "maxGrant, , maxGrant",
        "maxGrant, mycket, maxGrant",
        "eligibleCost, , eligibleCost",
        "findings, , findings",
        "code, , code",
        "effect, , effect",
        "effect, MAYBE, MAYBE",
        "paragraph, ' ', paragraph",
        "reason, , reason",
        "decisionReason, ' ', decisionReason"
    })
    void anIncompleteResultOfATableIsAnErrorThatNamesTheCase(String name, String value, String named) {
        var finding = new HashMap<String, Object>(Map.of(
                "code",
                "FEE",
                "effect",
                "INELIGIBLE",
                "paragraph",
                "3 §",
                "reason",
                "Skäl.",
                "decisionReason",
                "Skäl."));
        finding.computeIfPresent(name, (key, old) -> value);
        var row = new HashMap<String, Object>(
                Map.of("outcome", "INELIGIBLE", "maxGrant", 0L, "eligibleCost", 0L, "findings", List.of(finding)));
        row.computeIfPresent(name, (key, old) -> value);
        var check = answering(List.of(row));

        assertThatThrownBy(() -> check.check("K-2026-2-001", association().facts()))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("K-2026-2-001")
                .hasMessageContaining(named);
    }

    @Test
    void anAmountThatIsNoMoneyIsAnError() {
        for (var amount : List.of(-1L, 0.001)) {
            var row = Map.<String, Object>of(
                    "outcome", "ELIGIBLE", "maxGrant", amount, "eligibleCost", 0L, "findings", List.of());
            var check = answering(List.of(row));

            assertThatThrownBy(() -> check.check("K-2026-2-001", association().facts()))
                    .isInstanceOf(RuleError.class)
                    .hasMessageContaining("maxGrant");
        }
    }

    @Test
    void noRowAtAllIsAnError() {
        var check = answering(List.of());

        assertThatThrownBy(() -> check.check("K-2026-2-001", association().facts()))
                .isInstanceOf(RuleError.class)
                .hasMessageContaining("0 rader");
    }

    private static EligibilityCheck answering(List<Map<String, Object>> rows) {
        return new EligibilityCheck(new RuleSet() {
            @Override
            public List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
                return rows;
            }

            @Override
            public Optional<FormSchema> form(String id) {
                return Optional.of(Given.FORM);
            }
        });
    }
}
