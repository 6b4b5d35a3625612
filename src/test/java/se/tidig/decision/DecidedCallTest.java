package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.DomainTest;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.application.Application;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.call.PublicGrantList.PublicGrant;
import se.tidig.engine.CaseFacts.Fact;
import se.tidig.grant.GrantFixture;
import se.tidig.organisation.Board;

/** What the decisions of a call's cases say to its figures, to the public and to models. */
@DomainTest
class DecidedCallTest {

    @Autowired
    ApplicationFixture fixture;

    @Autowired
    GrantFixture grants;

    @Autowired
    DecisionFixture decided;

    @Autowired
    Decisions decisions;

    @Autowired
    DecidedCallService calls;

    @Autowired
    DecidedFigures figures;

    @Autowired
    DecidedGrantList list;

    @Autowired
    DecisionFacts facts;

    @Autowired
    JdbcClient jdbc;

    Application refused;
    Reference call;

    @BeforeEach
    void anApplicationIsReceived() {
        refused = fixture.receive(Board.K, ApplicationFixture.answers());
        call = refused.call();
    }

    @Test
    void aCallIsDecidedWhenNoCaseIsLeft() {
        assertThat(calls.isAllDecided(call)).isFalse();

        for (var end : new String[] {"DECIDED", "WRITTEN_OFF", "ENDED"}) {
            jdbc.sql("update tidig.application set status = ?").param(end).update();
            assertThat(calls.isAllDecided(call)).isTrue();
        }
    }

    @Test
    void grantsCountWithWhatWasGrantedAndRefusalsWithWhatWasAppliedFor() {
        assertThat(figures.of(call))
                .containsExactly(new Figure(Stage.GRANTED, 0, Sek.ZERO), new Figure(Stage.REFUSED, 0, Sek.ZERO));
        decided.refuse(refused);
        assertThat(figures.of(call))
                .containsExactly(new Figure(Stage.GRANTED, 0, Sek.ZERO), new Figure(Stage.REFUSED, 1, Sek.of(100_000)));

        jdbc.sql("update tidig.decision set kind = 'WRITE_OFF'").update();
        assertThat(figures.of(call))
                .containsExactly(new Figure(Stage.GRANTED, 0, Sek.ZERO), new Figure(Stage.REFUSED, 0, Sek.ZERO));

        var grant = grants.decided("90000", false, false);
        assertThat(figures.of(grant.call()))
                .containsExactly(new Figure(Stage.GRANTED, 1, Sek.of(90_000)), new Figure(Stage.REFUSED, 0, Sek.ZERO));
        assertThat(decisions.grantedOf(grant.call())).isEqualTo(Sek.of(90_000));
        assertThat(decisions.grantedOf(call)).isEqualTo(Sek.ZERO);
    }

    @Test
    void thePublicSeesWhoWasGrantedHowMuchByNameAndNotWhoWasRefused() {
        decided.refuse(refused);
        var small = grants.decided("50000", false, false);
        var large = grants.decided("90000", false, false);
        jdbc.sql("update tidig.decision set call = ?").param(call.value()).update();
        jdbc.sql("update tidig.application set applicant_name = 'Aftonskolan' where reference = ?")
                .param(large.reference().value())
                .update();

        assertThat(list.of(call))
                .containsExactly(
                        new PublicGrant("Aftonskolan", large.reference(), Sek.of(90_000)),
                        new PublicGrant("Föreningen Bryggan", small.reference(), Sek.of(50_000)));
    }

    @Test
    void modelsReadTheKindAndTheAmountInWholeKronorRoundedUp() {
        assertThat(facts.find(refused.reference(), "decisionKind")).contains(new Fact(null, false));
        var grant = grants.decided("90000.01", false, false).reference();

        assertThat(facts.find(grant, "decisionKind")).contains(new Fact("GRANT", false));
        assertThat(facts.find(grant, "decisionAmount")).contains(new Fact(90_001L, false));
        assertThat(facts.find(grant, "other")).isEmpty();
        assertThat(facts.find(Reference.of("K-1999-1-001"), "decisionKind")).isEmpty();
    }
}
