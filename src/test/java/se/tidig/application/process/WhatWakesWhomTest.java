package se.tidig.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationFixture;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.form.Answers;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantFixture;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.ReportIntakeService;

/**
 * Only a document of the kind that a step waits for wakes it (25 § FL). Any other document is refused with what to
 * do, or put before the officer of the case.
 */
@TidigTest
class WhatWakesWhomTest {

    private static final String READ = "userTask_readSupplement";
    private static final String ASSESS_CHANGE = "userTask_assessChange";
    private static final String CHANGE_REQUEST = "userTask_handleChangeRequest";

    @Autowired
    private ApplicationPlay cases;

    @Autowired
    private Play play;

    @Autowired
    private GrantFixture grants;

    @Autowired
    private GrantConfirmationService confirmation;

    @Autowired
    private PaymentFixture payments;

    @Autowired
    private ReportIntakeService reports;

    @Autowired
    private Waiters waiters;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    private Reference reference;

    /** What the case waits for, and under which key. */
    private String message;

    private String key;

    @Test
    void anApplicationThatWaitsForACompletion() {
        reference = cases.checked("attachments", null);
        cases.requestCompletion(reference, null);
        waits(Message.APPLICATION_COMPLETED, reference.value());

        puts("supplement", READ);
        puts("change", ASSESS_CHANGE);
        refuses("changeRequest", "hearingReply", "grantConfirmation", "report", "reportCompletion");
        wakes("completion");
    }

    @Test
    void anApplicationThatWaitsForComments() {
        reference = cases.checked("enforcementDebt", true);
        cases.examine("userTask_examineRefusal", reference, "UPHELD", "uphold", true);
        cases.complete(
                "userTask_communicate",
                reference,
                Map.of(
                        "hearingText",
                        "Kronofogden har uppgett att ni har en skuld om 12 000 kr.",
                        "replyBy",
                        cases.today().plusDays(14).toString()));
        waits(Message.APPLICATION_REPLIED, reference.value());

        puts("supplement", READ);
        puts("change", ASSESS_CHANGE);
        refuses("changeRequest", "completion", "grantConfirmation", "report", "reportCompletion");
        wakes("hearingReply");
    }

    @Test
    void anApplicationThatIsAssessedWaitsForNothing() {
        reference = Reference.of(cases.checked(ApplicationFixture.answers()).value());

        puts("supplement", READ);
        puts("moreTime", READ);
        puts("change", ASSESS_CHANGE);
        refuses("changeRequest", "completion", "hearingReply", "grantConfirmation", "report", "reportCompletion");
        enter("withdrawal");
        assertThat(play.openTasks(reference.value()))
                .contains("userTask_writeOff")
                .doesNotContain(ApplicationPlay.ASSESS);
    }

    @Test
    void aGrantThatWaitsForItsConfirmation() {
        granted();
        waits(Message.GRANT_CONFIRMED, reference.value());

        puts("moreTime", READ);
        putBesideTheGrant();
        puts("report", READ);
        refuses("completion", "hearingReply", "reportCompletion", "withdrawal", "decisionDemand");
        wakes("grantConfirmation");
    }

    @Test
    void aPaymentThatWaitsForCommentsOnAnObstacle() {
        active();
        var payment = reference + "-M1";
        play.as("financeK1")
                .complete(
                        "userTask_prepareDisbursement",
                        payment,
                        Map.of(
                                "preparation", "OBSTACLE",
                                "circumstances", List.of("INSOLVENT"),
                                "circumstanceText", "Konkurs enligt Bolagsverket."));
        payments.settle();
        play.as("officerK1")
                .complete(
                        "userTask_investigateObstacle",
                        payment,
                        Map.of("investigation", "OBSTACLE", "investigationText", "Konkursen inleddes i går."));
        play.as("officerK1")
                .complete(
                        "userTask_communicateObstacle",
                        payment,
                        Map.of(
                                "obstacleHearing", "SEND",
                                "hearingText", "Bolagsverket har antecknat er konkurs.",
                                "replyBy", cases.today().plusDays(14).toString()));
        payments.settle();
        waits(Message.PAYMENT_OBSTACLE_REPLIED, payment);

        putBesideTheGrant();
        puts("report", READ);
        refuses("completion", "grantConfirmation", "reportCompletion", "withdrawal", "decisionDemand");
        wakes("hearingReply");
        assertThat(play.openTasks(payment)).containsExactly("userTask_proposeObstacle");
    }

    @Test
    void aGrantThatWaitsForAReport() {
        reporting();
        waits(Message.REPORT_SUBMITTED, reference + "-M2");

        putBesideTheGrant();
        refuses("completion", "hearingReply", "grantConfirmation", "reportCompletion", "withdrawal", "decisionDemand");
        wakes("report");
        // The same answers at the same time would count as a second click.
        play.pass(Duration.ofMinutes(6));
        puts("report", READ);
    }

    @Test
    void aReportThatWaitsForItsCompletion() {
        incomplete();

        putBesideTheGrant();
        refuses("completion", "hearingReply", "grantConfirmation", "withdrawal", "decisionDemand");
        wakes("reportCompletion");
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    @Test
    void aWholeNewReportCompletesOneThatWaitsForItsCompletion() {
        incomplete();

        wakes("report");
        assertThat(play.openTasks(key)).containsExactly("userTask_reviewReport");
    }

    private void waits(String message, String key) {
        this.message = message;
        this.key = key;
        assertThat(isWaiting()).isTrue();
    }

    private boolean isWaiting() {
        play.asNobody();
        return message != null
                && runtime.createExecutionQuery()
                                .processInstanceBusinessKey(key)
                                .messageEventSubscriptionName(message)
                                .count()
                        > 0;
    }

    /** None of the kinds that a running grant accepts is what a step waits for. */
    private void putBesideTheGrant() {
        puts("supplement", READ);
        puts("change", ASSESS_CHANGE);
        puts("changeRequest", CHANGE_REQUEST);
    }

    /** The document is put before the officer of the case, and the wait goes on. */
    private void puts(String kind, String task) {
        var waiting = isWaiting();
        var before = play.openTasks(reference.value());
        enter(kind);
        var more = new ArrayList<>(play.openTasks(reference.value()));
        before.forEach(more::remove);
        assertThat(more).as(kind).containsExactly(task);
        assertThat(isWaiting()).as(kind).isEqualTo(waiting);
    }

    private void refuses(String... kinds) {
        var waiting = isWaiting();
        for (var kind : kinds) {
            assertThatThrownBy(() -> play.as("registrarK").start("incoming-document", document(kind)))
                    .as(kind)
                    .hasMessageMatching("(?s).*[Aa]nnan handling.*");
            assertThat(isWaiting()).as(kind).isEqualTo(waiting);
        }
    }

    private void wakes(String kind) {
        var before = play.openTasks(reference.value());
        enter(kind);
        assertThat(isWaiting()).as(kind).isFalse();
        assertThat(play.openTasks(reference.value())).as(kind).containsAll(before);
    }

    /** A registrar enters it, with the form of its kind if it has one. */
    private void enter(String kind) {
        var document =
                play.as("registrarK").start("incoming-document", document(kind)).getBusinessKey();
        for (var task : play.openTasks(document)) {
            play.as("registrarK").complete(task, document, form(kind));
        }
        for (var round = 0; round < 3; round++) {
            cases.goOn();
        }
    }

    private Map<String, Object> document(String kind) {
        var answers = new HashMap<String, Object>(Map.of(
                "caseReference", reference.value(),
                "documentKind", kind,
                "receivedDate", cases.today().toString()));
        if (form(kind).isEmpty()) {
            answers.put("documentText", "Inbjudan till vår vårfest.");
        }
        return answers;
    }

    private static Map<String, Object> form(String kind) {
        return switch (kind) {
            case "completion" ->
                Map.of(
                        "completionReply",
                        "Handlingarna bifogas.",
                        "attachments",
                        List.of("statutes", "annualReport", "annualMeetingMinutes", "signatoryProof"));
            case "hearingReply" -> Map.of("hearingReply", "Skulden är betald.");
            case "grantConfirmation" ->
                Map.of(
                        "acceptance", "accept",
                        "giroKind", "BANKGIRO",
                        "giro", "5050-1055",
                        "giroHolder", "Föreningen Bryggan",
                        "confirmedBy", "Anna Lind",
                        "confirmedByRole", "ordförande");
            case "report" -> GrantFixture.report(90_000);
            default -> Map.of();
        };
    }

    private void granted() {
        var granted = grants.decided("90000", false, false);
        reference = granted.reference();
        jdbc.sql("update tidig.application set status = 'DECIDED' where reference = ?")
                .param(reference.value())
                .update();
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
        payments.settle();
    }

    private void active() {
        granted();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        payments.settle();
        play.as("financeK1")
                .complete(
                        "userTask_verifyPayee",
                        reference.value(),
                        Map.of("payee", "VERIFIED", "verification", "Intyg från banken."));
        payments.settle();
    }

    private void reporting() {
        active();
        payments.pay(reference + "-M1");
        payments.settle();
    }

    private void incomplete() {
        reporting();
        var incomplete = GrantFixture.report(90_000);
        incomplete.put("auditor", "none");
        reports.submit(reference, null, new Answers(incomplete), Actor.of("Anna Lind"));
        payments.settle();
        play.as("officerK1")
                .complete(
                        "userTask_reviewReport",
                        reference + "-M2",
                        Map.of(
                                "reportReview", "COMPLETION",
                                "reportCompletionText", "Skicka revisorns rapport.",
                                "reportCompletionBy", cases.today().plusDays(14).toString()));
        payments.settle();
        waits(Message.REPORT_COMPLETED, reference + "-M2");
    }
}
