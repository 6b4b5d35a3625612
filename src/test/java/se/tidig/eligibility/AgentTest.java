package se.tidig.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tidig.eligibility.Given.association;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent without a power of attorney (15 § FL), and an application that its sender is to confirm (21 § FL). */
class AgentTest {

    private static final String POWER = "MISSING_POWER_OF_ATTORNEY";

    @Test
    void anAgentWithAPowerOfAttorneyMaySign() {
        assertThat(signedByAgent().with("powerOfAttorney", true).findings()).isEmpty();
    }

    @ParameterizedTest(name = "ordered {0}, rounds left {1}")
    @CsvSource({"false, 1, COMPLETION", "false, 0, REVIEW", "true, 1, REJECT", "true, 0, REJECT"})
    void anAgentWhoAloneSignedMustShowAPowerOfAttorney(boolean ordered, int roundsLeft, String effect) {
        var given = signedByAgent()
                .with("completionRoundsLeft", roundsLeft)
                .with("completionOrdered", ordered ? List.of(POWER) : List.of());

        assertThat(given.findings()).containsExactly(POWER + " " + effect + " 15 § förvaltningslagen");
    }

    @Test
    void whoMayRepresentTheApplicantMakesItGoodBySigning() {
        assertThat(signedByAgent()
                        .with("signatoryAuthorised", true)
                        .with("completionOrdered", List.of(POWER))
                        .findings())
                .containsExactly("AGENT_NOT_PROVEN COMPLETION 15 § förvaltningslagen");
    }

    @Test
    void anAgentWhoDidNotSignIsAskedAndTheCaseThenGoesOnWithTheApplicant() {
        var named = association().with("hasAgent", true).with("agentSigned", false);

        assertThat(named.findings()).containsExactly("AGENT_NOT_PROVEN COMPLETION 15 § förvaltningslagen");
        assertThat(named.with("agentSigned", null).findings())
                .as("a question left open is not held against the applicant")
                .containsExactly("AGENT_NOT_PROVEN COMPLETION 15 § förvaltningslagen");
        assertThat(named.with("completionRoundsLeft", 0)
                        .with("completionOrdered", List.of(POWER, "AGENT_NOT_PROVEN"))
                        .findings())
                .isEmpty();
    }

    @Test
    void withoutAnAgentNothingIsAsked() {
        assertThat(association()
                        .with("hasAgent", false)
                        .with("agentSigned", true)
                        .findings())
                .isEmpty();
        assertThat(association().with("hasAgent", null).findings()).isEmpty();
        assertThat(signedByAgent().with("hasAgent", false).codes())
                .as("nobody who may represent the applicant has signed")
                .containsExactly("NOT_SIGNED");
    }

    @Test
    void anAgentsApplicationThatNobodySignedIsNotSigned() {
        assertThat(signedByAgent()
                        .with("signed", false)
                        .with("powerOfAttorney", true)
                        .codes())
                .containsExactly("NOT_SIGNED");
    }

    @ParameterizedTest(name = "ordered {0}, rounds left {1}")
    @CsvSource({"false, 1, COMPLETION", "false, 0, REVIEW", "true, 1, REJECT"})
    void anApplicationThatIsNotConfirmedIsOrderedBeforeItMayBeRejected(boolean ordered, int roundsLeft, String effect) {
        var given = association()
                .with("confirmationAsked", true)
                .with("completionRoundsLeft", roundsLeft)
                .with("completionOrdered", ordered ? List.of("NOT_CONFIRMED") : List.of());

        assertThat(given.findings()).containsExactly("NOT_CONFIRMED " + effect + " 21 § förvaltningslagen");
    }

    @Test
    void whatIsConfirmedByWhoMayRepresentTheApplicantNeedsNoSignature() {
        var unsigned = association().with("signed", false);

        assertThat(unsigned.codes()).containsExactly("NOT_SIGNED");
        assertThat(unsigned.with("applicationConfirmed", true).codes()).isEmpty();
        assertThat(unsigned.with("applicationConfirmed", true)
                        .with("signatoryAuthorised", false)
                        .codes())
                .containsExactly("NOT_SIGNED");
    }

    @Test
    void powerOfAttorneyAndConfirmationAreAskedForBeforeARefusal() {
        assertThat(signedByAgent().with("participantFee", 1).outcome()).isEqualTo("COMPLETION");
        assertThat(association()
                        .with("confirmationAsked", true)
                        .with("participantFee", 1)
                        .outcome())
                .isEqualTo("COMPLETION");
        assertThat(association()
                        .with("hasAgent", true)
                        .with("participantFee", 1)
                        .outcome())
                .as("the application can be examined without the agent")
                .isEqualTo("INELIGIBLE");
    }

    private static Given signedByAgent() {
        return association().with("hasAgent", true).with("agentSigned", true).with("signatoryAuthorised", false);
    }
}
