package se.tidig.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.bundle.ModelFinding;
import se.tidig.decision.Audit;
import se.tidig.decision.DecisionKind;
import se.tidig.decision.DecisionPlay;
import se.tidig.decision.Decisions;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.form.Answers;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.report.ReportArchive;
import se.tidig.report.ReportFinding;
import se.tidig.report.ReportIntakeService;

/** Answers, findings and figures of the application in the processes after it, and in the tables that Tidig asks. */
@TidigTest
class OwnersLaterProcessesTest {

    private static final String REVIEW = "userTask_reviewBudget";

    @Autowired
    OwnersDesk desk;

    @Autowired
    DecisionPlay cases;

    @Autowired
    Decisions decisions;

    @Autowired
    GrantFixture grants;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    ReportIntakeService reports;

    @Autowired
    ReportArchive archive;

    @Autowired
    Waiters waiters;

    @Autowired
    RuntimeService runtime;

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
    void aGrantAsksAnAnswerAFindingAndFiguresOfItsApplication() {
        question()
                .tables(
                        "eligibility",
                        tables -> Drawing.addRule(
                                tables,
                                "activity-eligibility",
                                "Ordnar barnpassning",
                                "hasChildcare",
                                "false",
                                "{code: \"NO_CHILDCARE\", effect: \"REDUCE\", paragraph: \"4 § 2\","
                                        + " name: \"Ingen barnpassning\", reason: \"Barnpassning ordnas inte.\"}"))
                .text(
                        "forms/mails/confirmation-request.txt",
                        mail -> mail.replaceFirst("Ämne: ", "Ämne: Barnpassning [(\\${answers.hasChildcare})]: "))
                .process("grant", model -> {
                    var childcare = review(model, "userTask_childcare");
                    childcare.setName("Granska ${title}");
                    childcare.setCamundaDueDate("${periodEnd}");
                    Drawing.fork(
                            model,
                            "flow_openGrant_mailRequest",
                            "${hasChildcare && decisionAmount == 100000 && decisionKind == 'GRANT'}",
                            childcare);
                    Drawing.fork(
                            model,
                            "flow_mailRequest_ask",
                            "${finding_NO_CHILDCARE && score > 10 && requestedAmount >= 100000}",
                            review(model, "userTask_noChildcare"));
                })
                .deploy(port);
        var call = cases.call();

        var with = granted(call, "true");
        var without = granted(call, "false");

        assertThat(play.openTasks(with.value())).containsExactly("userTask_childcare");
        var task = play.task("userTask_childcare", with.value());
        assertThat(task.getName()).startsWith("Granska ").doesNotContain("$");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(play.openTasks(without.value())).containsExactly("userTask_noChildcare");
        assertThat(play.variables("grant", with.value()))
                .as("asked, and not stored")
                .doesNotContainKeys("hasChildcare", "title", "decisionAmount");
        assertThat(subjects(without)).anyMatch(subject -> subject.startsWith("Barnpassning false: "));
        play.as("headK").complete("userTask_noChildcare", without.value(), Map.of("budgetJudgement", "yes"));
        cases.goOn();
        assertThat(play.openTasks(without.value())).isEmpty();
    }

    @Test
    void aCalledPaymentAndReportAskTheApplicationToo() {
        desk.process(
                        "disbursement",
                        model -> Drawing.fork(
                                model,
                                "flow_disbursement_check",
                                "${organisationType == 'municipality'}",
                                review(model, REVIEW)))
                .process(
                        "report",
                        model -> Drawing.fork(
                                model,
                                "flow_report_openReport",
                                "${organisationType == 'municipality'}",
                                review(model, REVIEW)))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);

        assertThat(play.openTasks(paying(true) + "-M1")).containsExactly(REVIEW);
        assertThat(play.openTasks(paying(false) + "-M1")).hasSize(1).doesNotContain(REVIEW);
        assertThat(play.openTasks(reporting(true) + "-M2")).containsExactly(REVIEW);
        assertThat(play.openTasks(reporting(false) + "-M2")).isEmpty();
    }

    @Test
    void aDocumentThatComesInAsksAnAnswerOfItsCase() {
        desk.process(
                        "incoming-document",
                        model -> Drawing.fork(
                                model,
                                "flow_received_kind",
                                "${organisationType == 'municipality'}",
                                review(model, REVIEW)))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .deploy(port);

        assertThat(play.openTasks(document(true))).containsExactly(REVIEW);
        assertThat(play.openTasks(document(false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "grant, flow_openGrant_mailRequest, hasResponsibleBord, hasResponsibleBoard\\\"?",
        "grant, flow_openGrant_mailRequest, finding_TOO_NEWW, finding_TOO_NEW\\\"?",
        "payment, flow_ordered_export, decisionAmont, decisionAmount\\\"?",
        "late-document, flow_received_readLateDocument, decisionAmount, inte säkert känt när processen börjar",
        "incoming-document, flow_received_kind, score, inte säkert känt när processen börjar",
        "incoming-document, flow_received_kind, finding_TOO_NEW, inte säkert känt när processen börjar"
    })
    void whatALaterProcessCannotKnowIsRefused(String process, String flow, String name, String told) {
        var refused = desk.process(
                        process, model -> Drawing.fork(model, flow, "${" + name + " == true}", review(model, REVIEW)))
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm())
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains(name, told);
    }

    @Test
    void planAuditorAndRankingReadAnAnswer() {
        question()
                .tables("payment-plan", tables -> {
                    Drawing.addColumn(tables, "payment-plan", "Barnpassning", "hasChildcare");
                    Drawing.cell(tables, "rule_payment-plan_1_hasChildcare", "true");
                    Drawing.addRow(
                            tables,
                            "payment-plan",
                            List.of("< 100000", "", "false"),
                            List.of(
                                    "\"PAYMENT\"",
                                    "100",
                                    "decidedOn + duration(\"P10D\")",
                                    "date(decidedOn.year, 12, 31)"));
                    Drawing.lastRowFirst(tables, "payment-plan");
                })
                .tables("audit-requirement", tables -> {
                    Drawing.addColumn(tables, "audit-requirement", "Barnpassning", "hasChildcare");
                    Drawing.cell(tables, "rule_audit-requirement_2_hasChildcare", "false");
                    Drawing.addRow(
                            tables,
                            "audit-requirement",
                            List.of("false", "< 5 * priceBase.amount", "true"),
                            List.of("\"NONE\"", "priceBase.year"));
                })
                .tables(
                        "prioritisation",
                        tables -> Drawing.cell(
                                tables,
                                "entry_enough_reason",
                                "if hasChildcare then \"Barnpassning ordnas.\" else \"Ansökan ryms.\""))
                .deploy(port);
        var call = cases.call();

        var with = granted(call, "true", 90_000);
        var without = granted(call, "false", 90_000);

        var again = granted(call, "true", 90_000);

        assertThat(reason(without)).isEqualTo("Ansökan ryms.");
        assertThat(reason(again)).isEqualTo("Barnpassning ordnas.");
        assertThat(decisions.get(with).terms().orElseThrow().audit()).isEqualTo(Audit.NONE);
        assertThat(decisions.get(without).terms().orElseThrow().audit()).isEqualTo(Audit.AUDITOR);
        assertThat(firstDay(with)).isEqualTo(decisions.get(with).decidedOn());
        assertThat(firstDay(without))
                .isEqualTo(decisions.get(without).decidedOn().plusDays(10));
    }

    @Test
    void theCheckOfAReportReadsAnAnswerAndAFigure() {
        desk.tables("report-check", tables -> {
                    Drawing.addColumn(tables, "report-check", "Organisationsform", "organisationType");
                    Drawing.addColumn(tables, "report-check", "Beviljat", "decisionAmount");
                    var when = new ArrayList<>(Collections.nCopies(Drawing.columns(tables, "report-check"), ""));
                    when.set(when.size() - 2, "\"association\"");
                    when.set(when.size() - 1, ">= 90000");
                    Drawing.addRow(
                            tables,
                            "report-check",
                            when,
                            List.of("\"ASSOCIATION\"", "\"NOTE\"", "\"14 §\"", "\"En förening har fått bidraget.\""));
                })
                .deploy(port);

        assertThat(findings(reporting(false))).contains("ASSOCIATION");
        assertThat(findings(reporting(true))).doesNotContain("ASSOCIATION");
    }

    @ParameterizedTest
    @CsvSource({
        "payment-plan, hasResponsibleBord, hasResponsibleBoard",
        "audit-requirement, eligibleCst, eligibleCost",
        "report-check, decisionAmont, decisionAmount",
        "payment-conditions, finding_TOO_NEWW, finding_TOO_NEW",
        "prioritisation, hasResponsibleBord, hasResponsibleBoard",
        "completion-rounds, requestedAmont, requestedAmount",
        "reminder-schedule, organisationTyp, organisationType",
        "assessment-weights, eligibleCst, eligibleCost"
    })
    void aMisspeltNameInATableIsRefusedWithTheOneThatWasMeantAndThatOneIsTaken(
            String table, String misspelt, String meant) {
        var refused = desk.tables(table, tables -> Drawing.addColumn(tables, table, "Ny", misspelt))
                .post(port);
        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains(misspelt, meant + "\\\"?");

        desk.tidyUp();
        desk.tables(table, tables -> Drawing.addColumn(tables, table, "Ny", meant))
                .deploy(port);
    }

    @Test
    void theRemindersOfAGrantReadWhatWasDecided() {
        desk.tables("reminder-schedule", tables -> {
                    Drawing.addColumn(tables, "reminder-schedule", "Beviljat", "decisionAmount");
                    Drawing.cell(tables, "rule_reminder-schedule_1_decisionAmount", "< 100000");
                    Drawing.addRow(
                            tables,
                            "reminder-schedule",
                            List.of("\"CONFIRMATION\"", "1", ">= 100000"),
                            List.of("7", "\"REMIND\""));
                })
                .deploy(port);
        var call = cases.call();
        var small = cases.toPropose(call, 90_000);
        var large = cases.toPropose(call, 100_000);
        grant(Reference.of(small.value()), 90_000);
        grant(Reference.of(large.value()), 100_000);

        assertThat(reminder(small.value()))
                .isEqualTo(decisions.get(small).decidedOn().plusDays(14));
        assertThat(reminder(large.value()))
                .isEqualTo(decisions.get(large).decidedOn().plusDays(7));
    }

    @Test
    void aRowOfRemindersThatAsksBeforeTheDecisionForWhatWasDecidedIsTold() {
        desk.tables("reminder-schedule", tables -> {
            Drawing.addColumn(tables, "reminder-schedule", "Beviljat", "decisionAmount");
            Drawing.addRow(
                    tables,
                    "reminder-schedule",
                    List.of("\"DELAY_REVIEW\"", "3", ">= 100000"),
                    List.of("7", "\"ESCALATE\""));
        });

        assertThat(desk.findings())
                .filteredOn(ModelFinding::isError)
                .extracting(ModelFinding::cause)
                .anyMatch(cause ->
                        cause.startsWith("raden kan aldrig träffa: Beviljat är inte känt än när tabellen frågas"));
    }

    private void grant(Reference reference, long amount) {
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, amount));
        cases.goOn();
        cases.decide(reference, "deciderK");
    }

    private LocalDate reminder(String reference) {
        var at = play.variables("grant", reference).get("reminderAt");
        return SwedishDate.on(at instanceof Date date ? date.toInstant() : Instant.parse(at.toString()));
    }

    @Test
    void aTableThatIsAskedAboutNoCaseReadsNoAnswer() {
        var refused = desk.tables(
                        "time-limits", tables -> Drawing.addColumn(tables, "time-limits", "Form", "organisationType"))
                .post(port);

        assertThat(refused).returns(400, HttpResponse::statusCode);
        assertThat(refused.body()).contains("organisationType");
    }

    private OwnersDesk question() {
        return desk.form("application", form -> {
                    var question = ((ArrayNode) form.path("components").get(1).path("components")).addObject();
                    question.put("type", "radio").put("id", "radio_childcare").put("key", "hasChildcare");
                    question.put("label", "Ordnar ni barnpassning under aktiviteterna?");
                    question.putArray("values").addObject().put("label", "Ja").put("value", "true");
                    question.withArray("values").addObject().put("label", "Nej").put("value", "false");
                })
                .write("forms/review-budget.form", OwnersFirstChangesTest.reviewForm());
    }

    private static UserTask review(BpmnModelInstance model, String id) {
        var task = Drawing.review(model, id, "Granska", "review-budget", "headsOfUnit", "");
        task.removeChildElement(task.getExtensionElements());
        return task;
    }

    private Reference granted(Reference call, String childcare) {
        return granted(call, childcare, 100_000);
    }

    private Reference granted(Reference call, String childcare, long amount) {
        var answers = ApplicationFixture.answers("hasChildcare", childcare);
        answers.put("requestedAmount", amount);
        answers.put(
                "budgetLines", List.of(Map.of("category", "salary", "description", "Samordnare", "amount", amount)));
        var reference = cases.takenOn(call, answers);
        cases.assess(reference, 3);
        cases.prioritise(call);
        cases.propose(reference, DecisionPlay.proposal(DecisionKind.GRANT, amount));
        cases.goOn();
        cases.decide(reference, "deciderK");
        return reference;
    }

    private List<String> subjects(Reference reference) {
        return jdbc.sql("select subject from tidig.mail where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private String reason(Reference reference) {
        return jdbc.sql("select reason from tidig.placement where reference = ?")
                .param(reference.value())
                .query(String.class)
                .single();
    }

    private Object firstDay(Reference reference) {
        return decisions.get(reference).terms().orElseThrow().steps().get(0).due();
    }

    /** A grant whose first payment is due; its reference. */
    private Reference paying(boolean municipal) {
        var granted = grants.decided("90000", false, municipal);
        var reference = granted.reference();
        waiters.start(
                Message.APPLICATION_GRANTED,
                reference.value(),
                Map.of(
                        "reference",
                        reference.value(),
                        "board",
                        "K",
                        "call",
                        granted.call().value()));
        cases.goOn();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        cases.goOn();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        cases.goOn();
        return reference;
    }

    /** A grant whose final report is awaited. */
    private Reference reporting(boolean municipal) {
        var reference = grants.awaitingFinalReport("90000", municipal);
        var key = reference + "-M2";
        play.asNobody();
        runtime.startProcessInstanceByKey(
                "report",
                key,
                Map.of(
                        "reference",
                        reference.value(),
                        "board",
                        "K",
                        "call",
                        reference.value().replaceFirst("-\\d+$", ""),
                        "milestone",
                        key));
        cases.goOn();
        return reference;
    }

    private List<String> findings(Reference reference) {
        play.asNobody();
        reports.submit(reference, null, new Answers(GrantFixture.report(90_000)), Actor.of("Anna Lind"));
        cases.goOn();
        return archive.findings(MilestoneKey.of(reference + "-M2")).stream()
                .map(ReportFinding::code)
                .toList();
    }

    private String document(boolean municipal) {
        var reference = grants.decided("90000", false, municipal).reference();
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
                                "En bilaga."))
                .getBusinessKey();
        cases.goOn();
        return key;
    }
}
