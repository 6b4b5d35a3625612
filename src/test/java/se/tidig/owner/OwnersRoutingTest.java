package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.EligibilityRecords;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;

/** Answers, findings and figures of a case in a process owner's gateways and tables. */
@TidigTest
class OwnersRoutingTest {

    private static final String ASSESS = "userTask_assessApplication";
    private static final String REVIEW = "userTask_reviewBudget";
    private static final String ROUTE = "flow_checkEligibility_outcome";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Play play;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void anAnswerOfTheApplicationChoosesTheWayHoweverItCameIn() {
        question(true)
                .process(
                        "application",
                        model -> Drawing.fork(model, ROUTE, "${hasChildcare}", review(model, "headsOfUnit")))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);
        var call = cases.call();

        assertThat(play.openTasks(onPaper(call, "true"))).containsExactly(REVIEW);
        assertThat(play.openTasks(onPaper(call, "false"))).containsExactly(ASSESS);
        assertThat(play.openTasks(onPaper(call, null))).containsExactly(ASSESS);
        assertThat(play.openTasks(byPortal(call, "hasChildcare", "true").value()))
                .containsExactly(REVIEW);
        assertThat(play.openTasks(byPortal(call, "hasChildcare", null).value())).containsExactly(ASSESS);
    }

    @Test
    void anAnswerNeedsNoMarkInTheForm() {
        question(false)
                .process(
                        "application",
                        model -> Drawing.fork(model, ROUTE, "${hasChildcare}", review(model, "headsOfUnit")))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);
        var call = cases.call();

        assertThat(play.openTasks(byPortal(call, "hasChildcare", "true").value()))
                .containsExactly(REVIEW);
        assertThat(play.openTasks(byPortal(call, "hasChildcare", "false").value()))
                .containsExactly(ASSESS);
        assertThat(play.openTasks(onPaper(call, null))).containsExactly(ASSESS);
    }

    @Test
    void anAnswerThatTheFormDoesNotAskForIsRefusedWithTheOneThatWasMeant() {
        var refused = question(false)
                .process(
                        "application",
                        model -> Drawing.fork(model, ROUTE, "${hasChildcar}", review(model, "headsOfUnit")))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("hasChildcar\\\"", "hasChildcare\\\"?");
    }

    @Test
    void aFindingWithANameRoutesToANewGroup() {
        question(false)
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Ordnar barnpassning",
                                "hasChildcare",
                                "false",
                                "{code: \"NO_CHILDCARE\", effect: \"REDUCE\", paragraph: \"4 § 2\","
                                        + " name: \"Ingen barnpassning\","
                                        + " reason: \"Barnpassning ordnas inte.\"}"))
                .text("processes/bundle.yaml", text -> text.replace("groups:\n", "groups:\n  jurists: Jurister\n"))
                .process(
                        "application",
                        model -> Drawing.fork(model, ROUTE, "${finding_NO_CHILDCARE}", review(model, "jurists")))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);
        var call = cases.call();
        var without = byPortal(call, "hasChildcare", "false");
        var with = byPortal(call, "hasChildcare", "true");

        assertThat(checks.get(without).findings())
                .extracting(EligibilityFinding::code, EligibilityFinding::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("NO_CHILDCARE", "Ingen barnpassning"));
        assertThat(play.openTasks(without.value())).containsExactly(REVIEW);
        assertThat(play.openTasks(with.value())).containsExactly(ASSESS);
    }

    @Test
    void aFindingThatNoTableGivesIsRefusedWithTheOneThatWasMeant() {
        var refused = desk.process(
                        "application",
                        model -> Drawing.fork(model, ROUTE, "${finding_TOO_NEWW}", review(model, "headsOfUnit")))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("finding_TOO_NEWW", "finding_TOO_NEW\\\"?");
    }

    @Test
    void refusalsAboveAnAmountGoToTheHead() {
        var call = cases.call();
        var running = cases.toPropose(call, 600_000);
        desk.tables("delegation", tables -> {
                    Drawing.cell(tables, "inputEntry_refusal_requestedAmount", "<= 500000");
                    Drawing.addRow(tables, "delegation", List.of("\"REFUSAL\"", "", "> 500000"), "\"headsOfUnit\"");
                })
                .deploy(port);
        var small = cases.toPropose(call, 400_000);
        var large = cases.toPropose(call, 600_000);
        for (var reference : List.of(running, small, large)) {
            cases.propose(reference, DecisionPlay.proposal(DecisionKind.REFUSAL, null));
        }

        for (var reference : List.of(running, large)) {
            assertThatThrownBy(() -> cases.decide(reference, "deciderK")).isInstanceOf(AuthorizationException.class);
            cases.decide(reference, "headK");
        }
        cases.decide(small, "deciderK");
        assertThat(play.ended("application", large.value())).isTrue();
        assertThat(play.ended("application", small.value())).isTrue();
    }

    @Test
    void aTableOfAProcessReadsAnAnswerAndAFinding() {
        var running = cases.toPropose(cases.call(), 100_000);
        question(true)
                .tables("delegation", tables -> {
                    Drawing.addColumn(tables, "delegation", "Barnpassning", "hasChildcare");
                    Drawing.addColumn(tables, "delegation", "Lång period", "finding_LONG_PERIOD");
                    for (var tooLong : List.of("true", "false")) {
                        Drawing.addRow(
                                tables,
                                "delegation",
                                List.of("\"GRANT\",\"PARTIAL\"", "<= 500000", "", "true", tooLong),
                                "\"headsOfUnit\"");
                    }
                    Drawing.cell(tables, "rule_granted_hasChildcare", "false");
                })
                .deploy(port);
        var call = cases.call();
        var reference = byPortal(call, "hasChildcare", "true");
        cases.assess(reference, 3);
        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));

        assertThatThrownBy(() -> cases.decide(reference, "deciderK")).isInstanceOf(AuthorizationException.class);
        cases.decide(reference, "headK");
        assertThat(play.ended("application", reference.value())).isTrue();
        // It was never asked the question: its own delegation applies.
        cases.propose(running, DecisionPlay.proposal(DecisionKind.GRANT, 100_000L));
        cases.decide(running, "deciderK");
        assertThat(play.ended("application", running.value())).isTrue();
    }

    private OwnersDesk question(boolean routing) {
        return desk.form("application", form -> {
            var question = ((ArrayNode) form.path("components").get(1).path("components")).addObject();
            question.put("type", "radio").put("id", "radio_childcare").put("key", "hasChildcare");
            question.put("label", "Ordnar ni barnpassning under aktiviteterna?");
            question.putArray("values").addObject().put("label", "Ja").put("value", "true");
            question.withArray("values").addObject().put("label", "Nej").put("value", "false");
            if (routing) {
                question.putObject("properties").put("routing", "true");
            }
        });
    }

    private static org.camunda.bpm.model.bpmn.instance.UserTask review(
            org.camunda.bpm.model.bpmn.BpmnModelInstance model, String group) {
        return Drawing.review(model, REVIEW, "Granska", "review-budget", group, "userTask_conflictCheck");
    }

    private Reference byPortal(Reference call, String key, String value) {
        return cases.takenOn(call, ApplicationFixture.answers(key, value));
    }

    private String onPaper(Reference call, String childcare) {
        var answers = new HashMap<>(ApplicationFixture.answers());
        answers.replaceAll(
                (key, value) -> value instanceof Boolean && !key.startsWith("sign") ? value.toString() : value);
        answers.put("organisationNumber", "802002-4280");
        answers.put("callReference", call.value());
        answers.put("receivedDate", SwedishDate.on(clock.instant()).toString());
        if (childcare != null) {
            answers.put("hasChildcare", childcare);
        }
        var reference = play.as("registrarK").start("application", answers).getBusinessKey();
        cases.goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference, Map.of("conflictAnswer", "none"));
        cases.goOn();
        return reference;
    }
}
