package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.ApplicationFixture;
import se.tidig.decision.Proposal.Draft;
import se.tidig.form.Rejected;
import se.tidig.organisation.Board;

/** Which cases a decision may be proposed in, whatever road the proposal comes. */
@DomainTest
class ProposalServiceTest {

    private static final Draft REFUSAL =
            new Draft(DecisionKind.REFUSAL, Sek.ZERO, "En avgift tas ut.", List.of("3 §"), List.of(), null);

    @Autowired
    ApplicationFixture applications;

    @Autowired
    ProposalService proposing;

    @Autowired
    Decisions decisions;

    @Autowired
    GrantDecisionService grants;

    @Autowired
    JdbcClient jdbc;

    Reference reference;

    @BeforeEach
    void anApplicationHasComeIn() {
        reference = applications.receive(Board.K, ApplicationFixture.answers()).reference();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, Ansökan är ännu inte bedömd och prioriterad.",
        "REGISTERED, Ansökan är ännu inte bedömd och prioriterad.",
        "UNDER_REVIEW, Ansökan är ännu inte bedömd och prioriterad.",
        "AWAITING_COMPLETION, Ansökan är ännu inte bedömd och prioriterad.",
        "ASSESSED, Ansökan är ännu inte bedömd och prioriterad.",
        "WITHDRAWN, Ansökan är återkallad och ska skrivas av.",
        "DECIDED, Ärendet är redan avgjort.",
        "WRITTEN_OFF, Ärendet är redan avgjort.",
        "ENDED, Ärendet är avslutat utan beslut."
    })
    void nothingIsProposedBeforeTheRankingNorAfterTheCaseHasEnded(String status, String refusal) {
        jdbc.sql("update tidig.application set status = ? where reference = ?")
                .params(status, reference.value())
                .update();

        assertThatThrownBy(() -> proposing.propose(reference, Actor.of("officerK1"), REFUSAL, ApplicationFixture.RULES))
                .isInstanceOf(Rejected.class)
                .hasMessage(refusal);
        assertThat(jdbc.sql("select count(*) from tidig.proposal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCaseWithoutADecisionHasNoneToCarryOut() {
        assertThatThrownBy(() -> decisions.get(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ärendet " + reference + " är inte beslutat.");
        assertThatThrownBy(() -> grants.get(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ärendet " + reference + " är inte beviljat.");
    }
}
