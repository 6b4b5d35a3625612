package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.decision.Audit;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.decision.Decisions;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.form.Rejected;
import se.tidig.grant.Grants;

/** What a decision states about payments, reports and auditor is what was proposed, and what the grant then follows. */
@TidigTest
class DecidedPlanTest {

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    Decisions decisions;

    @Autowired
    Grants grants;

    @Autowired
    FormService forms;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aGrantHasThePlanOfItsDecisionAlsoIfAnotherTableIsPublishedMeanwhile() {
        var reference = proposed("2026-11-23", 300_000);

        assertThat(plan(reference))
                .extracting(row -> row.get("kind"))
                .containsExactly("Utbetalning", "Delredovisning", "Slutredovisning");
        desk.text("dmn/payment-plan.dmn", DecidedPlanTest::inTwoParts).deploy(port);
        cases.decide(reference, "deciderK");

        assertThat(steps(reference)).containsExactly(StepKind.PAYMENT, StepKind.INTERIM_REPORT, StepKind.FINAL_REPORT);
        assertThat(cases.letter(reference, "decision"))
                .contains("300 000 kr, tidigast")
                .doesNotContain("150 000");
        assertThat(grants.get(reference).milestones()).hasSize(3).first().satisfies(first -> assertThat(first.amount())
                .isEqualTo(Sek.of(300_000)));

        var fresh = proposed("2026-11-24", 300_000);
        cases.decide(fresh, "deciderK");
        assertThat(grants.get(fresh).milestones()).hasSize(4);
    }

    @Test
    void theDeciderSeesThePlanAndTheAuditorAndDecidesThem() {
        var reference = proposed("2026-11-23", 300_000);

        var shown = shown(reference);
        assertThat(shown).containsEntry("auditor", "AUTHORISED_AUDITOR");
        assertThat(plan(reference).get(0))
                .containsEntry("amount", "300 000 kr")
                .containsEntry("earliest", "23 november 2026")
                .containsEntry("latest", "31 december 2026");
        play.passTo(noon("2026-12-01"));
        cases.decide(reference, "deciderK");

        var terms = decisions.get(reference).terms().orElseThrow();
        assertThat(terms.audit()).isEqualTo(Audit.AUTHORISED_AUDITOR);
        assertThat(terms.steps().get(0).due())
                .as("nothing is paid before the decision")
                .isEqualTo("2026-12-01");
    }

    @Test
    void aProposalOfLastYearIsCountedAnewBeforeItIsDecided() {
        var reference = proposed("2026-12-22", 300_000);
        play.passTo(noon("2027-01-11"));

        assertThatThrownBy(() -> cases.decide(reference, "deciderK"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("räknade för 2026")
                .hasMessageContaining("Återlämna förslaget");

        play.as("deciderK")
                .complete(
                        "userTask_decide",
                        reference.value(),
                        Map.of("decisionAnswer", "return", "returnReason", "Nytt år."));
        cases.goOn();
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 300_000L));
        cases.goOn();
        cases.decide(reference, "deciderK");
        assertThat(decisions.get(reference).terms().orElseThrow().steps().get(0).latest())
                .isEqualTo("2027-12-31");
    }

    @Test
    void aTableThatPaysHalfIsToldToWhoProposesAndNothingIsProposed() {
        desk.text("dmn/payment-plan.dmn", table -> table.replace("<text>100</text>", "<text>50</text>"))
                .deploy(port);

        assertThatThrownBy(() -> proposed("2026-11-23", 300_000))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("betalar ut 50 procent");
    }

    private Reference proposed(String day, long amount) {
        play.passTo(noon(day));
        var reference = cases.toPropose(cases.call(), amount);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, amount));
        cases.goOn();
        return reference;
    }

    /** Half at once and half at any time, whatever is reported. */
    private static String inTwoParts(String table) {
        return table.replace("<text>60</text>", "<text>50</text>")
                .replace("<text>40</text>", "<text>50</text>")
                .replace("<text>\"same\"</text>", "<text>-</text>")
                .replace("<text>\"none\", \"later\"</text>", "<text>\"never\"</text>");
    }

    private List<StepKind> steps(Reference reference) {
        return decisions.get(reference).terms().orElseThrow().steps().stream()
                .map(PlannedStep::kind)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> plan(Reference reference) {
        return (List<Map<String, Object>>) shown(reference).get("plan");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> shown(Reference reference) {
        play.as("deciderK");
        var shown = forms.getTaskFormVariables(
                play.task("userTask_decide", reference.value()).getId());
        play.asNobody();
        var json = shown.getValue("proposal", SpinJsonNode.class).toString();
        try {
            return new ObjectMapper().readValue(json.replace((char) 160, (char) 32), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
