package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.EligibilityRecords;
import se.tidig.assessment.AssessmentFixture;
import se.tidig.bundle.ModelFinding;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.engine.CaseFacts;
import se.tidig.grant.GrantFixture;

/** Answers that officers and others give in tasks and start forms of a case, in its gateways and tables. */
@TidigTest
class OwnersTaskAnswersTest {

    private static final String REVIEW = "userTask_reviewBudget";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    GrantFixture grants;

    @Autowired
    List<CaseFacts> facts;

    @Autowired
    EligibilityRecords checks;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @AfterEach
    void theNextTestFindsTheProgramsOwnBundle() {
        desk.tidyUp();
    }

    @Test
    void aQuestionToAnOfficerChoosesTheWayInALaterProcess() {
        question("propose-decision", true)
                .process("grant", model -> fork(model, "flow_mailRequest_ask", "${visitFirst}"))
                .text(
                        "forms/mails/confirmation-request.txt",
                        mail -> mail.replaceFirst("Ämne: ", "Ämne: Besök [(\\${answers.visitFirst})]: "))
                .deploy(port);
        var call = cases.call();

        var with = granted(cases.toPropose(call, 100_000), "true");
        var without = granted(cases.toPropose(call, 100_000), "false");

        assertThat(play.openTasks(with.value())).containsExactly(REVIEW);
        assertThat(play.openTasks(without.value())).isEmpty();
        assertThat(jdbc.sql("select count(*) from engine.act_hi_varinst where name_ = 'visitFirst'")
                        .query(Integer.class)
                        .single())
                .as("asked, and not stored")
                .isZero();
        assertThat(jdbc.sql("select subject from tidig.mail where reference = ?")
                        .param(without.value())
                        .query(String.class)
                        .list())
                .anyMatch(subject -> subject.startsWith("Besök false: "));
    }

    @Test
    void aTableOfAProcessReadsTheAnswerOfATask() {
        question("propose-decision", true)
                .tables("delegation", tables -> {
                    Drawing.addColumn(tables, "delegation", "Besök först", "visitFirst");
                    Drawing.cell(tables, "rule_granted_visitFirst", "false");
                    Drawing.addRow(
                            tables,
                            "delegation",
                            List.of("\"GRANT\",\"PARTIAL\"", "<= 500000", "", "true"),
                            "\"headsOfUnit\"");
                })
                .deploy(port);
        var call = cases.call();
        var with = cases.toPropose(call, 100_000);
        var without = cases.toPropose(call, 100_000);

        propose(with, "true");
        propose(without, "false");

        assertThatThrownBy(() -> cases.decide(with, "deciderK")).isInstanceOf(AuthorizationException.class);
        cases.decide(with, "headK");
        cases.decide(without, "deciderK");
        assertThat(play.ended("application", with.value())).isTrue();
        assertThat(play.ended("application", without.value())).isTrue();
    }

    @Test
    void aTableThatTidigAsksReadsTheAnswerOfATask() {
        question("propose-decision", true)
                .tables("payment-plan", tables -> {
                    Drawing.addColumn(tables, "payment-plan", "Besök först", "visitFirst");
                })
                .deploy(port);
        assertThat(play.ended(
                        "application",
                        granted(
                                        Reference.of(cases.toPropose(cases.call(), 100_000)
                                                .value()),
                                        "true")
                                .value()))
                .isTrue();

        desk.tidyUp();
        var refused = question("propose-decision", true)
                .tables("payment-plan", tables -> Drawing.addColumn(tables, "payment-plan", "Besök", "visitFrst"))
                .post(port);
        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("visitFrst", "visitFirst\\\"?");
    }

    @Test
    void theConditionsReadTheAnswerOfATaskAndAreStoredWithIt() {
        visited("visitFirst").deploy(port);
        var call = cases.call();

        var with = takenOn(call, Map.of("conflictAnswer", "none", "visitFirst", "true"));
        var without = takenOn(call, Map.of("conflictAnswer", "none", "visitFirst", "false"));
        var unanswered = takenOn(call, Map.of("conflictAnswer", "none"));

        assertThat(checks.get(with).findings())
                .extracting(EligibilityFinding::code)
                .containsExactly("VISIT");
        assertThat(play.openTasks(with.value())).containsExactly("userTask_reviewConditions");
        assertThat(checks.get(with).facts()).containsEntry("visitFirst", true).doesNotContainKey("conflictAnswer");
        assertThat(List.of(without, unanswered)).allSatisfy(reference -> {
            assertThat(checks.get(Reference.of(reference.value())).findings()).isEmpty();
            assertThat(play.openTasks(reference.value())).containsExactly("userTask_assessApplication");
        });
        assertThat(checks.get(unanswered).facts()).doesNotContainKey("visitFirst");
    }

    @Test
    void aQuestionThatNoTaskAsksIsRefusedInTheConditions() {
        var refused = visited("visitFrst").post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("visitFrst", "visitFirst\\\"?");
    }

    /** Asks with the question of conflicts of interest, and has a row for it among the conditions. */
    private OwnersDesk visited(String read) {
        return question("conflict-check", false)
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Besöks",
                                read,
                                "true",
                                "{code: \"VISIT\", effect: \"REVIEW\", paragraph: \"4 § 2\","
                                        + " reason: \"Verksamheten ska besökas.\"}"));
    }

    private Reference takenOn(Reference call, Map<String, Object> answers) {
        var reference =
                intake.submit(call, ApplicationFixture.answers(), clock.instant(), Actor.of("forening@example.org"));
        cases.goOn();
        play.as("officerK1").complete("userTask_conflictCheck", reference.value(), answers);
        cases.goOn();
        return reference;
    }

    @Test
    void theLatestAnswerCountsAndATaskThatIsDoneAgainReplacesItsOwn() {
        question("assess-application", false);
        question("propose-decision", false).deploy(port);
        var reference = cases.takenOn(cases.call(), 100_000);
        assertThat(known(reference)).isEqualTo(new CaseFacts.Fact(null, true));

        var assessed = new HashMap<>(AssessmentFixture.answers(3));
        assessed.put("visitFirst", "true");
        play.as("officerK1").complete("userTask_assessApplication", reference.value(), assessed);
        cases.goOn();
        cases.prioritise(Reference.of(reference.value().replaceFirst("-\\d+$", "")));
        assertThat(known(reference).value()).isEqualTo(true);

        propose(reference, "false");
        assertThat(known(reference).value()).as("the later task").isEqualTo(false);

        play.as("deciderK")
                .complete(
                        "userTask_decide",
                        reference.value(),
                        Map.of("decisionAnswer", "return", "returnReason", "Skriv motiveringen tydligare."));
        cases.goOn();
        propose(reference, null);
        assertThat(known(reference).value())
                .as("the proposal was made again without an answer")
                .isEqualTo(true);
    }

    @Test
    void aStartFormIsKnownFromTheFirstStepAndOnlyToItsOwnProcess() {
        question("incoming-document", false)
                .process("incoming-document", model -> fork(model, "flow_received_kind", "${visitFirst}"))
                .deploy(port);
        var reference = grants.decided("90000", false, false).reference();

        var first = document(reference, "true", "En bilaga.");
        assertThat(play.openTasks(first)).containsExactly(REVIEW);
        play.as("headK").complete(REVIEW, first, Map.of("budgetJudgement", "yes"));
        assertThat(play.openTasks(document(reference, "false", "En bilaga till.")))
                .isEmpty();
    }

    @Test
    void aMisspeltNameIsRefusedWithTheOneThatWasMeant() {
        var refused = question("propose-decision", true)
                .process("grant", model -> fork(model, "flow_openGrant_mailRequest", "${visitFrst}"))
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("visitFrst\\\"", "visitFirst\\\"?");
    }

    @Test
    void anAnswerThatEveryWayHasGivenIsTakenWithoutAWord() {
        question("propose-decision", true)
                .process("application", model -> fork(model, "flow_delegation_decide", "${visitFirst}"));

        assertThat(desk.findings())
                .filteredOn(OwnersTaskAnswersTest::isAboutTheAnswer)
                .isEmpty();
    }

    @Test
    void anAnswerThatIsGivenOnSomeWaysOnlyIsToldWithWhatThenHolds() {
        question("assess-application", true)
                .process("application", model -> fork(model, "flow_delegation_decide", "${visitFirst}"));

        assertThat(desk.findings())
                .filteredOn(OwnersTaskAnswersTest::isAboutTheAnswer)
                .singleElement()
                .returns(false, ModelFinding::isError)
                .extracting(ModelFinding::cause)
                .asString()
                .contains("läser svaret \"visitFirst\"", "inte är givet på alla vägar hit", "saknas det är det nej");
    }

    @Test
    void aTimeThatIsGivenOnSomeWaysOnlyIsRefused() {
        desk.form("assess-application", form -> {
                    var question = ((ArrayNode) form.path("components")).addObject();
                    question.put("type", "datetime").put("id", "datetime_visit").put("key", "visitOn");
                    question.put("subtype", "date").put("dateLabel", "Dag för besök");
                })
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .process(
                        "application",
                        model -> Drawing.beside(
                                model, "userTask_decide", "boundary_visit", "${visitOn}", review(model)));

        assertThat(desk.findings())
                .filteredOn(finding -> finding.cause().contains("visitOn"))
                .singleElement()
                .returns(true, ModelFinding::isError)
                .extracting(ModelFinding::cause)
                .asString()
                .contains("inte är givet på alla vägar hit");
    }

    @Test
    void anAnswerThatIsNotAskedForBeforeIsRefused() {
        question("verify-payee", true)
                .process("application", model -> fork(model, "flow_delegation_decide", "${visitFirst}"));

        assertThat(desk.findings())
                .filteredOn(ModelFinding::isError)
                .extracting(ModelFinding::toString)
                .anyMatch(told -> told.contains("visitFirst") && told.contains("men inte före detta steg"));
    }

    @Test
    void aTextThatSomebodyWritesDoesNotBecomeAVariable() {
        desk.form("propose-decision", form -> {
                    var question = ((ArrayNode) form.path("components")).addObject();
                    question.put("type", "textarea").put("id", "textarea_visit").put("key", "visitNote");
                    question.put("label", "Anteckning om besöket");
                })
                .process("grant", model -> {
                    var mail = Drawing.mail(model, "serviceTask_note", "Mejla", "${visitNote}", "applicant");
                    Drawing.drop(model, mail, "flow_openGrant_mailRequest");
                });

        assertThat(desk.findings())
                .filteredOn(ModelFinding::isError)
                .extracting(ModelFinding::cause)
                .anyMatch(cause -> cause.contains("sparar fritextsvaret \"visitNote\" i motorn"));
    }

    @Test
    void oneNameForAnswersOfDifferentKindsIsTold() {
        question("propose-decision", false).form("verify-payee", form -> ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "number")
                .put("id", "number_visit")
                .put("key", "visitFirst")
                .put("label", "Antal besök"));

        assertThat(desk.findings())
                .filteredOn(finding -> finding.cause().contains("svar av olika slag i propose-decision, verify-payee"))
                .extracting(ModelFinding::file)
                .containsExactly("forms/propose-decision.form", "forms/verify-payee.form");
    }

    private static boolean isAboutTheAnswer(ModelFinding finding) {
        return finding.toString().contains("visitFirst");
    }

    private CaseFacts.Fact known(Reference reference) {
        play.asNobody();
        return CaseFacts.ofAll(facts::stream).find(reference, "visitFirst").orElseThrow();
    }

    /** A new question of yes or no in the form. */
    private OwnersDesk question(String form, boolean required) {
        return desk.form(form, file -> ask(file, required))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm());
    }

    private static void ask(ObjectNode form, boolean required) {
        var question = ((ArrayNode) form.path("components")).addObject();
        question.put("type", "radio").put("id", "radio_visit").put("key", "visitFirst");
        question.put("label", "Ska verksamheten besökas?");
        question.putArray("values").addObject().put("label", "Ja").put("value", "true");
        question.withArray("values").addObject().put("label", "Nej").put("value", "false");
        if (required) {
            question.putObject("validate").put("required", true);
        }
    }

    private static void fork(BpmnModelInstance model, String flow, String condition) {
        Drawing.fork(model, flow, condition, review(model));
    }

    private static UserTask review(BpmnModelInstance model) {
        var task = Drawing.review(model, REVIEW, "Granska", "review-budget", "headsOfUnit", "");
        task.removeChildElement(task.getExtensionElements());
        return task;
    }

    private void propose(Reference reference, String answer) {
        var answers = DecisionPlay.proposal(DecisionKind.GRANT, 100_000L);
        if (answer != null) {
            answers.put("visitFirst", answer);
        }
        cases.propose(reference, answers);
        cases.goOn();
    }

    private Reference granted(Reference reference, String answer) {
        propose(reference, answer);
        cases.decide(reference, "deciderK");
        return reference;
    }

    private String document(Reference reference, String answer, String text) {
        var key = play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "supplement",
                                "receivedDate",
                                grants.today().toString(),
                                "documentText",
                                text,
                                "visitFirst",
                                answer))
                .getBusinessKey();
        cases.goOn();
        return key;
    }
}
