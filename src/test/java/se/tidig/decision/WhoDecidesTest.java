package se.tidig.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Sek;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.engine.StaffRegister;
import se.tidig.form.Rejected;

/** Who proposes, who decides, and what they may decide. */
@TidigTest
class WhoDecidesTest {

    private static final String PROPOSE = "userTask_proposeDecision";
    private static final String DECIDE = "userTask_decide";

    @Autowired
    Play play;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Decisions decisions;

    @Autowired
    CaseDecisionService deciding;

    @Autowired
    Proposals proposals;

    @Autowired
    StaffRegister staff;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Test
    void aReturnedProposalIsMadeAnew() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference.value(),
                        Map.of(
                                "decisionAnswer", "return",
                                "returnReason", "Motivera kostnaden för lokalen."));

        assertThat(decisions.latest(reference)).isEmpty();
        assertThat(play.openTasks(reference.value())).containsExactly(PROPOSE);
        assertThat(proposals.latest(reference).orElseThrow().returnReason())
                .isEqualTo("Motivera kostnaden för lokalen.");
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 90_000L));
        cases.decide(reference, "deciderK");
        assertThat(decisions.get(reference).amount()).isEqualTo(Sek.of(90_000));
    }

    @Test
    void theFormBeginsWithWhatThePrioritisationGaveAndGoesOnWithWhatWasReturned() {
        var reference = cases.toPropose(cases.call(), 100_000);
        play.as("officerK1");
        assertThat(forms.getTaskFormVariables(
                        play.task(PROPOSE, reference.value()).getId()))
                .containsEntry("proposedKind", "GRANT")
                .containsEntry("proposedAmount", 100_000)
                .containsKeys("proposedReasons", "placement")
                .doesNotContainKey("proposedConditions");
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.PARTIAL, 90_000L));
        play.as("deciderK")
                .complete(
                        DECIDE,
                        reference.value(),
                        Map.of("decisionAnswer", "return", "returnReason", "Se över villkoren."));

        play.as("officerK1");
        assertThat(forms.getTaskFormVariables(
                        play.task(PROPOSE, reference.value()).getId()))
                .containsEntry("proposedKind", "PARTIAL")
                .containsEntry("proposedAmount", 90_000)
                .containsEntry(
                        "proposedConditions", "Bidraget får bara användas till språkcaféet.\nBehåll alla underlag.");
    }

    @Test
    void anExcludedApplicationIsDraftedAsRefusalWithTheUpheldGround() {
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("activeInSwedenSince", "2026-06-01"));
        cases.uphold(reference, "userTask_examineRefusal", "TOO_NEW", false);

        play.as("officerK1");
        var form =
                forms.getTaskFormVariables(play.task(PROPOSE, reference.value()).getId());
        assertThat(form).containsEntry("proposedKind", "REFUSAL").doesNotContainKey("proposedAmount");
        assertThat((String) form.get("proposedReasons")).contains("mindre än två år före ansökan");
    }

    @Test
    void whoReturnsAProposalMustSayWhy() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));

        assertThatThrownBy(() ->
                        play.as("deciderK").complete(DECIDE, reference.value(), Map.of("decisionAnswer", "return")))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.messages())
                        .containsOnlyKeys("returnReason"));
    }

    @Test
    void whoeverProposedDoesNotDecideNotEvenAsAdministrator() {
        var both = staff.find("admin").orElseThrow();
        var reference = cases.toPropose(cases.call(), 100_000);
        play.asNobody();
        tasks.setAssignee(play.task(PROPOSE, reference.value()).getId(), both.id());
        play.alsoIn("caseOfficers", "admin", () -> play.as("admin")
                .complete(PROPOSE, reference.value(), DecisionPlay.proposal(DecisionKind.GRANT, 100_000L)));

        play.alsoIn("decisionMakers", "admin", () -> {
            var proposer = play.as("admin");
            assertThatThrownBy(() -> proposer.complete(DECIDE, reference.value(), DecisionPlay.approval()))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("En annan person måste göra det");
        });
        assertThatThrownBy(() -> deciding.approve(reference, Actor.of("admin"), List.of(), null))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Du har själv föreslagit beslutet");
        assertThatThrownBy(() -> deciding.giveBack(reference, Actor.of("admin"), "Ändrade mig"))
                .hasMessageContaining("Du har själv föreslagit beslutet");
        assertThat(decisions.latest(reference)).isEmpty();
    }

    @Test
    void largeAmountsAreDecidedByTheHeadOfUnit() {
        var call = cases.call();
        var large = cases.toPropose(call, 600_000);
        cases.propose(large, DecisionPlay.proposal(DecisionKind.GRANT, 600_000L));

        assertThatThrownBy(() -> play.as("deciderK").complete(DECIDE, large.value(), DecisionPlay.approval()))
                .isInstanceOf(AuthorizationException.class);
        cases.decide(large, "headK");
        assertThat(decisions.get(large).decider()).isEqualTo(Actor.of("headK"));

        var small = cases.toPropose(call, 600_000);
        cases.propose(small, DecisionPlay.proposal(DecisionKind.PARTIAL, 500_000L));
        cases.decide(small, "deciderK");
        assertThat(decisions.get(small).decider()).isEqualTo(Actor.of("deciderK"));
    }

    @Test
    void nothingAboveTheFrameIsGrantedEvenIfItWasProposedInTime() {
        var call = cases.call();
        var first = cases.toPropose(call, 1_500_000 - 600_000);
        var second = cases.toPropose(call, 999_999);
        var third = cases.toPropose(call, 500_000);
        cases.propose(first, DecisionPlay.proposal(DecisionKind.GRANT, 900_000L));
        cases.propose(second, DecisionPlay.proposal(DecisionKind.GRANT, 999_999L));
        cases.propose(third, DecisionPlay.proposal(DecisionKind.GRANT, 500_000L));
        cases.decide(first, "headK");
        cases.decide(second, "headK");

        assertThatThrownBy(() -> cases.decide(third, "deciderK"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("kvar av utlysningens ram");
        assertThat(decisions.latest(third)).isEmpty();
    }

    @Test
    void othersWhoTookPartAndADissentStandInTheDecision() {
        var reference = cases.toPropose(cases.call(), 100_000);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        var answers = DecisionPlay.approval();
        answers.put(
                "participants", List.of(Map.of("participantName", "Hanna Strand", "participantRole", "enhetschef")));
        answers.put("dissent", "Hanna Strand: beloppet borde ha varit lägre.");
        play.as("deciderK").complete(DECIDE, reference.value(), answers);
        cases.goOn();

        assertThat(cases.letter(reference, "decision"))
                .contains("utan att besluta: Hanna Strand, enhetschef")
                .contains("Avvikande mening: Hanna Strand: beloppet borde ha varit lägre.");
    }
}
