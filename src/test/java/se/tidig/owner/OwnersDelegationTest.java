package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.decision.Decisions;
import se.tidig.form.Rejected;

/** The order of delegation follows the day of the decision, also for cases that were opened before. */
@TidigTest
class OwnersDelegationTest {

    private static final String DECIDE = "userTask_decide";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Decisions decisions;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    private Reference reference;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aRunningCaseGoesToWhomTheOrderOfTheDayNames() {
        toPropose();
        theHeadDecidesAll();
        propose();

        assertThatThrownBy(() -> cases.decide(reference, "deciderK")).isInstanceOf(AuthorizationException.class);
        cases.decide(reference, "headK");
        assertThat(decisions.get(reference).decider()).isEqualTo(Actor.of("headK"));
    }

    @Test
    void whoMayNoLongerDecideReturnsTheProposalAndItGoesToTheOneWhoMay() {
        toPropose();
        propose();
        theHeadDecidesAll();

        assertThatThrownBy(() -> cases.decide(reference, "deciderK"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("gruppen Enhetschefer")
                .hasMessageContaining("Återlämna förslaget");
        assertThat(decisions.latest(reference)).isEmpty();

        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference.value(),
                        Map.of("decisionAnswer", "return", "returnReason", "Delegationen har ändrats."));
        propose();
        cases.decide(reference, "headK");
        assertThat(decisions.get(reference).decider()).isEqualTo(Actor.of("headK"));
    }

    @Test
    void whoMayDecideByBothOrdersDecides() {
        toPropose();
        propose();
        theHeadDecidesAll();

        play.alsoIn("headsOfUnit", "deciderK", () -> cases.decide(reference, "deciderK"));

        assertThat(decisions.get(reference).decider()).isEqualTo(Actor.of("deciderK"));
    }

    @Test
    void anOrderThatGivesTheSameGroupChangesNothing() {
        toPropose();
        propose();
        desk.tables("delegation", tables -> Drawing.cell(tables, "inputEntry_granted_decisionAmount", "<= 400000"))
                .tables(
                        "delegation",
                        tables -> Drawing.cell(tables, "inputEntry_grantedLarge_decisionAmount", "> 400000"))
                .deploy(port);

        cases.decide(reference, "deciderK");
        assertThat(decisions.get(reference).decider()).isEqualTo(Actor.of("deciderK"));
    }

    private void toPropose() {
        reference = Reference.of(cases.toPropose(cases.call(), 100_000).value());
    }

    private void propose() {
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
    }

    private void theHeadDecidesAll() {
        desk.tables(
                        "delegation",
                        tables -> Drawing.cell(tables, "outputEntry_granted_decisionGroup", "\"headsOfUnit\""))
                .deploy(port);
    }
}
