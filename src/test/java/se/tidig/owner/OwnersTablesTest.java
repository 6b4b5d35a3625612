package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.EligibilityRecords;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.assessment.AssessmentResults;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Rejected;
import se.tidig.timelimit.PublicHolidays;

/** Tables that a process owner changes: how long one may complete, a finding's text, a score's weight. */
@TidigTest
class OwnersTablesTest {

    private static final String REQUEST = "userTask_requestCompletion";
    private static final String ASSESS = "userTask_assessApplication";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    AssessmentResults results;

    @Autowired
    FormService forms;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void howLongAnApplicantMayComplete() {
        var call = cases.call();
        var running = lackingDocuments(call);

        desk.tables("completion-rounds", tables -> Drawing.cell(tables, "outputEntry_first_days", "28"))
                .deploy(port);

        var fresh = lackingDocuments(call);
        assertThat(shown(REQUEST, running, "completionBy")).isEqualTo(weekdayIn(14));
        assertThat(shown(REQUEST, fresh, "completionBy")).isEqualTo(weekdayIn(28));
    }

    @Test
    void whatMayBeOrderedGoesByTheTableOfTheDayAlsoInACaseThatRuns() {
        var call = cases.call();
        var before = lackingDocuments(call);
        completeInPart(before);
        assertThat(shown(REQUEST, before, "completionProposal").toString()).contains("INFORMAL");
        var running = lackingDocuments(call);

        desk.tables(
                        "finding-kinds",
                        tables -> Drawing.cell(
                                tables,
                                "inputEntry_finding-kinds_incomplete",
                                "\"NOT_SIGNED\",\"MISSING_ACTIVITY\",\"MISSING_PURPOSE\",\"MISSING_COSTS\","
                                        + "\"MISSING_DOCUMENT\""))
                .deploy(port);

        completeInPart(running);
        assertThat(shown(REQUEST, running, "completionProposal").toString()).contains("ORDER");
    }

    @Test
    void whatACriterionWeighsAndItsHighestScore() {
        var call = cases.call();
        var running = cases.takenOn(call, 100_000);

        desk.tables("assessment-weights", tables -> Drawing.cell(tables, "outputEntry_A_highest", "5"))
                .form("assess-application", OwnersTablesTest::fiveAsHighestOfA)
                .form("reconcile-assessments", OwnersTablesTest::fiveAsHighestOfA)
                .deploy(port);

        var fresh = cases.takenOn(call, 100_000);
        play.as("officerK1").complete(ASSESS, fresh.value(), AssessmentFixture.answers(4, "scoreA", 5));
        cases.goOn();
        assertThat(results.find(fresh).orElseThrow().score()).isEqualByComparingTo("100");
        assertThatThrownBy(() -> play.as("officerK1")
                        .complete(ASSESS, running.value(), AssessmentFixture.answers(4, "scoreA", 5)))
                .isInstanceOf(Rejected.class);
        play.as("officerK1").complete(ASSESS, running.value(), AssessmentFixture.answers(4));
        cases.goOn();
        assertThat(results.find(running).orElseThrow().score()).isEqualByComparingTo("100");
    }

    @Test
    void aRefusalGivesTheSentenceThatTheTableHasForTheDecision() {
        desk.form("application", form -> {
                    var question = ((ArrayNode) form.path("components").get(1).path("components")).addObject();
                    question.put("type", "radio").put("id", "radio_childcare").put("key", "hasChildcare");
                    question.put("label", "Ordnar ni barnpassning under aktiviteterna?");
                    question.putArray("values").addObject().put("label", "Ja").put("value", "true");
                    question.withArray("values").addObject().put("label", "Nej").put("value", "false");
                })
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Ordnar barnpassning",
                                "hasChildcare",
                                "false",
                                "{code: \"NO_CHILDCARE\", effect: \"INELIGIBLE\", paragraph: \"4 § 2\","
                                        + " name: \"Ingen barnpassning\","
                                        + " reason: \"Pröva om barnpassning behövs.\","
                                        + " decisionReason: \"Föreningen ordnar ingen barnpassning.\"}"))
                .deploy(port);
        var reference = cases.takenOn(cases.call(), ApplicationFixture.answers("hasChildcare", "false"));

        assertThat(checks.get(reference).findings())
                .extracting(EligibilityFinding::name, EligibilityFinding::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ingen barnpassning", "Pröva om barnpassning behövs."));
        cases.uphold(reference, "userTask_examineRefusal", "NO_CHILDCARE", false);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        cases.decide(reference, "deciderK");

        assertThat(cases.letter(reference, "decision"))
                .contains("Föreningen ordnar ingen barnpassning.", "Stadgarna är från i somras.", "4 § 2")
                .doesNotContain("Pröva om barnpassning behövs.");
    }

    private Reference lackingDocuments(Reference call) {
        var reference = cases.takenOn(call, ApplicationFixture.answers("attachments", null));
        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);
        assertThat(checks.get(reference).findings())
                .extracting(EligibilityFinding::code)
                .containsOnly("MISSING_DOCUMENT");
        return reference;
    }

    /** The applicant is asked, and answers without the requested document. */
    private void completeInPart(Reference reference) {
        play.as("officerK1")
                .complete(
                        REQUEST,
                        reference.value(),
                        Map.of("completionText", "Skicka in de handlingar som saknas.", "completionBy", weekdayIn(14)));
        cases.goOn();
        play.asNobody();
        intake.complete(
                reference,
                Map.of("attachments", List.of("statutes")),
                "Här är stadgarna.",
                clock.instant(),
                Actor.of("forening@example.org"));
        cases.goOn();
        assertThat(play.openTasks(reference.value())).containsExactly(REQUEST);
    }

    private String weekdayIn(int days) {
        return PublicHolidays.weekdayFrom(SwedishDate.on(clock.instant()).plusDays(days))
                .toString();
    }

    private Object shown(String element, Reference reference, String key) {
        play.as("officerK1");
        var shown =
                forms.getTaskFormVariables(play.task(element, reference.value()).getId(), List.of(key), true);
        play.asNobody();
        return shown.get(key);
    }

    private static void fiveAsHighestOfA(JsonNode form) {
        var questions = form.findParents("key").stream()
                .filter(component -> component.path("key").asText().equals("scoreA"))
                .toList();
        assertThat(questions).hasSize(1);
        ((ObjectNode) questions.get(0).path("validate")).put("max", 5);
    }
}
