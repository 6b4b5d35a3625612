package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.Applications;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;

/** The applicant is heard again before a decision that goes against it, whenever new material has come (25 § FL). */
@TidigTest
class HearingAgainTest {

    private static final String COMMUNICATE = "userTask_communicate";
    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String DECIDE = "userTask_decide";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    Applications applications;

    @Autowired
    OverdueClaims claims;

    @Autowired
    Proposals proposals;

    @Autowired
    Clock clock;

    @Test
    void aLowerAmountThanTheRankingsAsksAgainWhetherTheApplicantHasBeenHeard() {
        var reference = cases.toPropose(cases.call(), 100_000);
        var proposal = new HashMap<>(DecisionPlay.proposal(DecisionKind.PARTIAL, 60_000L));
        proposal.put("unheardMaterial", "yes");
        cases.propose(reference, proposal);

        assertThat(play.openTasks(reference.value())).containsExactly(COMMUNICATE);
        heard(reference);
        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
        assertThat(proposals.latest(reference).orElseThrow().state()).isEqualTo(Proposal.State.HELD);

        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 60_000L));
        cases.decide(reference, "deciderK");
        assertThat(play.ended("application", reference.value())).isTrue();
    }

    @Test
    void anAnswerIsRequiredOfEveryProposalThatGoesAgainstTheApplicant() {
        var reference = cases.toPropose(cases.call(), 100_000);
        var proposal = new HashMap<>(DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        proposal.remove("unheardMaterial");

        assertThatThrownBy(() -> cases.propose(reference, proposal))
                .hasMessageContaining("uppgifter av betydelse från andra");
    }

    @Test
    void aDeciderMayHaveTheApplicantHeardFirst() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference.value(),
                        Map.of(
                                "decisionAnswer",
                                "communicate",
                                "returnReason",
                                "Kommunens uppgifter om närvaron är nya för sökanden."));
        cases.goOn();

        assertThat(play.openTasks(reference.value())).containsExactly(COMMUNICATE);
        heard(reference);
        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
    }

    @Test
    void whatTheBoardFindsInItsRegisterWhenTheConditionsAreCheckedAnewIsPutBeforeTheApplicant() {
        var call = cases.call();
        var reference = cases.takenOn(call, 100_000);
        cases.assess(reference, 3);
        var today = SwedishDate.on(clock.instant());
        var due = today.minusDays(10);
        claims.enter(new OverdueClaim(
                "F-77", applications.get(reference).organisationNumber(), "F", "604-1", due, Sek.of(5_000), due, due));
        cases.prioritise(call);

        assertThat(play.openTasks(reference.value())).containsExactly(COMMUNICATE);
        heard(reference);
        assertThat(play.openTasks(reference.value()))
                .as("heard once on the same")
                .containsExactly(PROPOSE);
        claims.settle("F-77", today);
    }

    private void heard(Reference reference) {
        play.as("officerK1")
                .complete(
                        COMMUNICATE,
                        reference.value(),
                        Map.of(
                                "hearingText",
                                "Länsstyrelsens register visar ett återkrav som inte är betalt.",
                                "replyBy",
                                SwedishDate.on(clock.instant()).plusDays(14).toString()));
        cases.goOn();
        intake.reply(reference, "Vi har betalat.", clock.instant(), Actor.of("forening@example.org"));
        cases.goOn();
    }
}
