package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.bundle.Bundle;
import se.tidig.decision.Audit;
import se.tidig.decision.GrantDecision;
import se.tidig.decision.StepKind;
import se.tidig.document.TemplateFiller;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.WatchedContents;
import se.tidig.grant.Grant.State;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.Milestone.Status;
import se.tidig.notification.Mail;
import se.tidig.organisation.Giro;
import se.tidig.payment.PaymentFixture;
import se.tidig.report.ReportIntakeService;

@TidigTest
class GrantProcessTest {

    private static final Giro OTHER_ACCOUNT = new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6");

    @Autowired
    WatchedContents shown;

    @Autowired
    Play play;

    @Autowired
    TemplateFiller templates;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Grants grants;

    @Autowired
    GrantConfirmationService confirmation;

    @Autowired
    PaymentFixture payments;

    @Autowired
    GrantChangeService changes;

    @Autowired
    GrantChanges changeLog;

    @Autowired
    RepaymentClaims claims;

    @Autowired
    ClosedCallService closing;

    @Autowired
    ReportIntakeService reports;

    @Autowired
    Waiters waiters;

    @Autowired
    ApplicationIntakeService intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Reference reference;

    @Test
    void aSmallGrantGoesFromDecisionToClosing() {
        begin("90000", false);
        assertThat(grant().status()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(grant().audit()).isEqualTo(Audit.AUDITOR);
        assertThat(path()).contains("serviceTask_mailRequest");

        confirm();
        verify();
        assertThat(grant().status()).isEqualTo(State.ACTIVE);
        assertThat(grant().openMilestone().orElseThrow().kind()).isEqualTo(StepKind.PAYMENT);
        assertThat(play.variables("disbursement", reference + "-M1"))
                .containsEntry("reference", reference.value())
                .containsEntry("board", "K")
                .containsEntry("milestone", reference + "-M1");

        pay(1);
        report(2);

        assertThat(play.ended("grant", reference.value())).isTrue();
        assertThat(grant().status()).isEqualTo(State.CLOSED);
        assertThat(grant().paid()).isEqualTo(Sek.of(90_000));
        assertThat(path()).contains("serviceTask_mailClosed");
    }

    @Test
    void aLargerGrantIsPaidInTwoPartsWithTheInterimReportBetween() {
        begin("181501", true);
        confirm();
        verify();

        pay(1);
        assertThat(open()).isEqualTo(reference + "-M2");
        report(2);
        assertThat(open()).isEqualTo(reference + "-M3");
        assertThat(grant().reportsAcceptedBefore(grant().milestone(MilestoneKey.of(reference + "-M3"))))
                .isTrue();
        pay(3);
        report(4);

        assertThat(grant().status()).isEqualTo(State.CLOSED);
        assertThat(grant().milestones())
                .extracting(Milestone::status)
                .containsExactly(Status.PAID, Status.ACCEPTED, Status.PAID, Status.ACCEPTED);
    }

    @Test
    void aRecipientThatDoesNotAnswerIsRemindedTwiceAndThenSoughtOut() {
        begin("90000", false);

        play.pass(Duration.ofDays(13));
        assertThat(reminders()).isZero();
        pass(2);
        assertThat(reminders()).isEqualTo(1);
        pass(14);
        assertThat(reminders()).isEqualTo(2);
        assertThat(play.openTasks(reference.value())).isEmpty();
        pass(14);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_chaseConfirmation");

        chase("WAIT", "contactAgain", fixture.today().plusDays(10).toString());
        assertThat(play.openTasks(reference.value())).isEmpty();
        pass(10);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_chaseConfirmation");
        assertThat(reminders()).isEqualTo(2);
    }

    @Test
    void anAnswerThatComesWhileTheRecipientIsSoughtOutGoesOnByItself() {
        begin("90000", false);
        soughtOut();

        confirm();

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_verifyPayee");
    }

    @Test
    void theFollowUpOfARecipientIsSetForwardOnly() {
        begin("90000", false);
        soughtOut();

        assertThatThrownBy(() -> chase("WAIT", "contactAgain", fixture.today().toString()))
                .hasStackTraceContaining("senare än i dag");
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_chaseConfirmation");
    }

    @Test
    void aRecipientThatIsFoundToDeclineEndsTheGrantUnpaid() {
        begin("90000", false);
        soughtOut();

        chase("DECLINED", null, null);

        assertThat(play.ended("grant", reference.value())).isTrue();
        assertThat(grant().status()).isEqualTo(State.CLOSED);
        assertThat(grant().paid()).isEqualTo(Sek.ZERO);
        assertThat(grant().declineReason()).isEqualTo("Talade med ordföranden.");
    }

    @Test
    void aRecipientThatDeclinesEndsTheGrantUnpaid() {
        begin("90000", false);

        confirmation.decline(reference, "Verksamheten blir inte av.");
        settle();

        assertThat(grant().status()).isEqualTo(State.CLOSED);
        assertThat(path()).doesNotContain("userTask_verifyPayee", "serviceTask_nextMilestone");
    }

    @Test
    void anAnswerThatComesWhileARequestIsBeingMailedIsNotLost() {
        var granted = fixture.decided("90000", false, false);
        start(granted);
        play.runJobs();

        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        settle();

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_verifyPayee");
    }

    @Test
    void anAccountThatCannotBeVerifiedIsAskedForAgainBeforeAnythingIsPaid() {
        begin("90000", false);
        confirm();

        payee("userTask_verifyPayee", "DOUBTED");

        assertThat(path()).contains("serviceTask_mailAccount");
        assertThat(grant().status()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(grant().openMilestone()).isEmpty();

        confirmation.confirm(reference, OTHER_ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        settle();
        verify();
        assertThat(grant().giro()).contains(OTHER_ACCOUNT);
        assertThat(grant().payeeVerified()).isTrue();
        assertThat(open()).isEqualTo(reference + "-M1");
    }

    @Test
    void onlyFinanceVerifiesThePayee() {
        begin("90000", false);
        confirm();

        assertThatThrownBy(() -> play.as("officerK1").complete("userTask_verifyPayee", reference.value(), verified()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> play.as("financeH1").complete("userTask_verifyPayee", reference.value(), verified()))
                .isInstanceOf(AuthorizationException.class);
        assertThat(grant().payeeVerified()).isFalse();
    }

    @Test
    void aConfirmationOnPaperIsEnteredByARegistrarAndItsAccountHasItsCheckDigit() {
        begin("90000", false);
        var document = play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "grantConfirmation",
                                "receivedDate",
                                fixture.today().toString()))
                .getBusinessKey();
        settle();

        assertThatThrownBy(() -> play.as("registrarK")
                        .complete("userTask_registerConfirmation", document, answered("5050-1056")))
                .hasStackTraceContaining("giro");
        play.as("registrarK").complete("userTask_registerConfirmation", document, answered("5050-1055"));
        settle();

        assertThat(grant().giro()).contains(GrantFixture.ACCOUNT);
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_verifyPayee");
    }

    @Test
    void aChangeRequestOnPaperReachesTheRunningGrant() {
        active();
        enterChangeRequest("Vi har bytt bank till bankgiro 5402-9681.");
        settle();

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_handleChangeRequest");
        change("userTask_handleChangeRequest", "APPROVED", newAccount());
        assertThat(grant().giro()).contains(OTHER_ACCOUNT);
    }

    @Test
    void aChangeRequestIsRefusedIfNoGrantRuns() {
        begin("90000", false);
        confirmation.decline(reference, "Verksamheten blir inte av.");
        settle();

        assertThatThrownBy(() -> enterChangeRequest("Vi vill ha mer."))
                .hasStackTraceContaining("inget pågående bidrag som kan ändras");
    }

    private void enterChangeRequest(String text) {
        play.as("registrarK")
                .start(
                        "incoming-document",
                        Map.of(
                                "caseReference",
                                reference.value(),
                                "documentKind",
                                "changeRequest",
                                "receivedDate",
                                fixture.today().toString(),
                                "documentText",
                                text));
    }

    @Test
    void aGrantIsConfirmedOnce() {
        begin("90000", false);
        confirm();

        assertThatThrownBy(this::confirm)
                .isInstanceOf(GrantRefused.class)
                .hasMessageContaining("skicka en ändringsbegäran");
    }

    @Test
    void aPaymentThatTheBoardStoppedEndsItsMilestoneWithNothingPaid() {
        begin("90000", false);
        confirm();
        verify();

        payments.stop(key(1));
        settle();

        assertThat(grant().milestone(MilestoneKey.of(reference + "-M1")).status())
                .isEqualTo(Status.WITHHELD);
        assertThat(open()).isEqualTo(reference + "-M2");
    }

    @Test
    void aNewAccountIsVerifiedBesideTheRunningGrant() {
        active();
        changes.request(reference, "Vi har bytt bank.", Actor.of("Anna Lind"));
        settle();
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_handleChangeRequest");
        shown.givesEachField("grantChange", reference, Map.of(), "reason");

        change("userTask_handleChangeRequest", "APPROVED", newAccount());

        assertThat(grant().giro()).contains(OTHER_ACCOUNT);
        assertThat(grant().payeeVerified()).isFalse();
        payee("userTask_verifyNewPayee", "VERIFIED");
        assertThat(grant().payeeVerified()).isTrue();
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void aNewAccountThatCannotBeVerifiedStaysUnverified() {
        active();
        changes.request(reference, "Vi har bytt bank.", Actor.of("Anna Lind"));
        settle();
        change("userTask_handleChangeRequest", "APPROVED", newAccount());

        payee("userTask_verifyNewPayee", "DOUBTED");

        assertThat(path()).contains("serviceTask_mailNewAccount");
        assertThat(grant().payeeVerified()).isFalse();
        assertThat(grant().status()).isEqualTo(State.ACTIVE);
    }

    @Test
    void aChangeRequestMovesTheReportOrIsRefused() {
        active();
        changes.request(reference, "Vi behöver mer tid.", Actor.of("Anna Lind"));
        changes.request(reference, "Vi vill köpa en bil.", Actor.of("Anna Lind"));
        settle();
        assertThat(play.openTasks(reference.value())).hasSize(2);
        var day = fixture.today().plusDays(300);

        change("userTask_handleChangeRequest", "APPROVED", Map.of("newFinalReportDue", day.toString()));
        change("userTask_handleChangeRequest", "REFUSED", Map.of());

        assertThat(grant().milestone(MilestoneKey.of(reference + "-M2")).due()).isEqualTo(day);
        assertThat(changeLog.findByReferenceOrderById(reference))
                .extracting(GrantChange::text, GrantChange::outcome)
                .containsExactly(
                        tuple("Vi behöver mer tid.", Outcome.APPROVED), tuple("Vi vill köpa en bil.", Outcome.REFUSED));
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void aChangeOfWhatTheGrantLacksIsRefused() {
        active();
        changes.request(reference, "Vi behöver mer tid.", Actor.of("Anna Lind"));
        settle();

        assertThatThrownBy(() -> change(
                        "userTask_handleChangeRequest",
                        "APPROVED",
                        Map.of(
                                "newInterimReportDue",
                                fixture.today().plusDays(9).toString())))
                .hasStackTraceContaining("ingen delredovisning som återstår");
        assertThatThrownBy(() -> change("userTask_handleChangeRequest", "APPROVED", Map.of("newGiro", "5050-1055")))
                .hasStackTraceContaining("Ange också kontots slag");
    }

    @Test
    void aNoticeThatChangesNothingIsNoted() {
        noticed("NOTHING");

        assertThat(play.openTasks(reference.value())).isEmpty();
        assertThat(changeLog.findByReferenceOrderById(reference).get(0).outcome())
                .isEqualTo(Outcome.NOTHING);
        assertThat(grant().obstacle()).isEmpty();
    }

    @Test
    void aChangeThatIsNotifiedInTheCaseReachesTheGrant() {
        active();

        intake.notifyChange(reference, "Styrelsen har bytts ut.", clock.instant(), Actor.of("registrarK"));
        settle();

        assertThat(play.openTasks(reference.value())).containsExactly("userTask_assessChange");
        assertThat(changeLog.notAssessed(reference).orElseThrow().text()).isEqualTo("Styrelsen har bytts ut.");
    }

    @Test
    void aNoticeMayBeAnObstacleThatTheNextPaymentIsHeldAgainst() {
        noticed("OBSTACLE");

        assertThat(play.openTasks(reference.value())).isEmpty();
        assertThat(grant().obstacle()).contains("Enligt uppgifterna i anmälan.");
    }

    @Test
    void aNoticeMayCallForAChangeWithANewAccount() {
        noticed("CHANGE");
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_handleChange");

        change("userTask_handleChange", "APPROVED", newAccount());
        payee("userTask_verifyChangedPayee", "VERIFIED");

        assertThat(grant().payeeVerified()).isTrue();
        assertThat(mails()).doesNotContain("account-question");
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void aNewAccountOfANoticeThatCannotBeVerifiedHasTheRecipientAskedForAnother() {
        noticed("CHANGE");
        change("userTask_handleChange", "APPROVED", newAccount());

        payee("userTask_verifyChangedPayee", "DOUBTED");

        assertThat(mails()).containsOnlyOnce("account-question");
        assertThat(path()).contains("serviceTask_mailChangedAccount", "endEvent_noticeHandled");
        assertThat(grant().payeeVerified()).isFalse();
        assertThat(grant().status()).isEqualTo(State.ACTIVE);
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void anAccountNamedInAnswerIsVerifiedInTurnAndAskedForAgainIfItCannotBe() {
        noticed("CHANGE");
        change("userTask_handleChange", "APPROVED", newAccount());
        payee("userTask_verifyChangedPayee", "DOUBTED");

        notice("CHANGE");
        change("userTask_handleChange", "APPROVED", newAccount());
        payee("userTask_verifyChangedPayee", "DOUBTED");
        assertThat(mails()).filteredOn("account-question"::equals).hasSize(2);

        notice("CHANGE");
        change("userTask_handleChange", "APPROVED", newAccount());
        payee("userTask_verifyChangedPayee", "VERIFIED");
        assertThat(mails()).filteredOn("account-question"::equals).hasSize(2);
        assertThat(grant().payeeVerified()).isTrue();
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    /** 33 § FL: the recipient is told, whatever the answer is. */
    @Test
    void aChangeThatIsDecidedIsToldWithItsReason() {
        active();
        changes.request(reference, "Vi behöver en månad till.", Actor.of("Anna Lind"));
        settle();
        change("userTask_handleChangeRequest", "REFUSED", Map.of());
        assertThat(mails()).containsOnlyOnce("change-decision");
        assertThat(mail("change-decision")).allSatisfy(mail -> assertThat(mail)
                .contains("har inte godkänt ändringen", "Olle Berg")
                .doesNotContain("null"));
        assertThat(mail("change-decision").get(0)).contains("Vi behöver en månad till.", "Ryms inom beslutet.");

        changes.request(reference, "Vi behöver två veckor till.", Actor.of("Anna Lind"));
        settle();
        var day = fixture.today().plusDays(220);
        change("userTask_handleChangeRequest", "APPROVED", Map.of("newFinalReportDue", day.toString()));
        assertThat(mails()).filteredOn("change-decision"::equals).hasSize(2);
        assertThat(mail("change-decision")).map(GrantProcessTest::onOneLine).allSatisfy(mail -> assertThat(mail)
                .contains("har godkänt ändringen", "Slutredovisning senast " + SwedishDate.text(day)));
        shown.givesEachField("changeDecided", reference, Map.of());
    }

    @Test
    void theMailsSayThePlanAndTheAuditorInTheirOwnWords() {
        begin("181501", true);

        assertThat(mail("confirmation-request"))
                .map(GrantProcessTest::onOneLine)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("Utbetalning av " + amount(1) + " när villkor och konto är bekräftade")
                        .contains("Delredovisning senast " + day(2))
                        .contains("Utbetalning av " + amount(3) + " när delredovisningen är godkänd")
                        .contains("Slutredovisning senast " + day(4))
                        .containsOnlyOnce("Redovisningen ska granskas av en revisor.")
                        .doesNotContain("Ingen revisor"));
    }

    @Test
    void aMailOfAnEarlierBundleGetsTheSameSentences() {
        begin("181501", true);

        assertThat(templates.text(
                        "[# th:each=\"milestone : ${milestones}\"][(${milestone.text})]\n[/][(${grant.audit})]",
                        new CaseTask(reference, "K", "grant", null, "earlier", null, null, null, Map.of())))
                .isEqualTo("Utbetalning av %s när villkor och konto är bekräftade\n".formatted(amount(1))
                        + "Delredovisning senast %s\n".formatted(day(2))
                        + "Utbetalning av %s när delredovisningen är godkänd\n".formatted(amount(3))
                        + "Slutredovisning senast %s\n".formatted(day(4))
                        + "Redovisningen ska granskas av en revisor");
    }

    private String amount(int number) {
        return grant().milestones().get(number - 1).amount().toString();
    }

    private String day(int number) {
        return SwedishDate.text(grant().milestones().get(number - 1).due());
    }

    /** Without tags, and with one space where the mail breaks the line. */
    private static String onOneLine(String mail) {
        return mail.replaceAll("<[^>]+>", "").replaceAll("[ \\n]+", " ");
    }

    /** The mail's text as the recipient reads it on Mina sidor, and its HTML as it is mailed. */
    private List<String> mail(String name) {
        var task = new CaseTask(reference, "K", "grant", null, name, null, null, null, Map.of(Mail.ON_MY_PAGES, true));
        var files = Bundle.packaged();
        return List.of(
                templates.text(files.text("forms/mails/" + name + ".txt"), task),
                templates.html(files.text("forms/mails/" + name + ".html"), task));
    }

    @Test
    void aNoticeMayCallForAChangeOfNoAccount() {
        noticed("CHANGE");

        change("userTask_handleChange", "REFUSED", Map.of());

        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void aNoticeMayLeadToAClaim() {
        begin("90000", false);
        confirm();
        verify();
        pay(1);
        notice("RECOVERY");
        assertThat(play.openTasks(reference.value())).containsExactly("userTask_handleRecovery");

        play.as("financeK1")
                .complete(
                        "userTask_handleRecovery",
                        reference.value(),
                        Map.of(
                                "recoveryAction", "WAIVE",
                                "recoveryGround", "CONDITIONS",
                                "claimAmount", 5_000,
                                "recoveryReason", "Särskilda skäl."));
        settle();

        assertThat(claims.findByReferenceOrderById(reference).get(0).amount()).isEqualTo(Sek.of(5_000));
        shown.givesEachField("repaymentClaims", reference, Map.of());
        shown.givesEachField("repayment", reference, Map.of());
        assertThat(play.openTasks(reference.value())).isEmpty();
    }

    @Test
    void aCallIsClosedWhenEachOfItsGrantsIs() {
        var granted = fixture.decided("90000", false, false);
        assertThat(closing.allClosed(granted.call())).isFalse();
        start(granted);
        settle();
        assertThat(closing.allClosed(granted.call())).isFalse();

        confirmation.decline(reference, "Verksamheten blir inte av.");
        settle();

        assertThat(closing.allClosed(granted.call())).isTrue();
        assertThat(closing.allClosed(Reference.of("K-1999-1"))).isTrue();
    }

    private void begin(String amount, boolean interim) {
        start(fixture.decided(amount, interim, false));
        settle();
    }

    private void start(GrantDecision granted) {
        reference = granted.reference();
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
    }

    private void active() {
        begin("90000", false);
        confirm();
        verify();
    }

    private void confirm() {
        play.asNobody();
        confirmation.confirm(reference, GrantFixture.ACCOUNT, "Föreningen Bryggan", Actor.of("Anna Lind"));
        settle();
    }

    private void verify() {
        payee("userTask_verifyPayee", "VERIFIED");
    }

    private void payee(String element, String answer) {
        play.as("financeK1")
                .complete(element, reference.value(), Map.of("payee", answer, "verification", "Intyg från banken."));
        settle();
    }

    private static Map<String, Object> answered(String giro) {
        return Map.of(
                "acceptance", "accept",
                "giroKind", "BANKGIRO",
                "giro", giro,
                "giroHolder", "Föreningen Bryggan",
                "confirmedBy", "Anna Lind",
                "confirmedByRole", "ordförande");
    }

    private static Map<String, Object> verified() {
        return Map.of("payee", "VERIFIED", "verification", "Intyg från banken.");
    }

    private void pay(int number) {
        payments.pay(key(number));
        settle();
    }

    private void report(int number) {
        var key = key(number);
        var received = grant().paid().amount().intValue();
        play.asNobody();
        reports.submit(reference, null, new Answers(GrantFixture.report(received)), Actor.of("Anna Lind"));
        settle();
        play.as("officerK1").complete("userTask_reviewReport", key, Map.of("reportReview", "ACCEPT"));
        settle();
    }

    private void soughtOut() {
        for (var days : List.of(15, 14, 14)) {
            pass(days);
        }
    }

    private void chase(String answer, String key, String value) {
        var answers = new HashMap<String, Object>(Map.of("chase", answer, "chaseNote", "Talade med ordföranden."));
        if (key != null) {
            answers.put(key, value);
        }
        play.as("officerK1").complete("userTask_chaseConfirmation", reference.value(), answers);
        settle();
    }

    private void noticed(String outcome) {
        active();
        notice(outcome);
    }

    private void notice(String outcome) {
        play.asNobody();
        changes.giveNotice(reference, "Styrelsen har bytts ut.", Actor.of("Anna Lind"));
        settle();
        play.as("officerK1")
                .complete(
                        "userTask_assessChange",
                        reference.value(),
                        Map.of("noticeOutcome", outcome, "noticeReason", "Enligt uppgifterna i anmälan."));
        settle();
    }

    private void change(String element, String decision, Map<String, Object> alteration) {
        var answers = new HashMap<String, Object>(alteration);
        answers.put("changeDecision", decision);
        answers.put("changeReason", "Ryms inom beslutet.");
        play.as("officerK1").complete(element, reference.value(), answers);
        settle();
    }

    private static Map<String, Object> newAccount() {
        return Map.of("newGiro", "90 19 50-6", "newGiroKind", "PLUSGIRO", "newGiroHolder", "Föreningen Bryggan");
    }

    private void pass(int days) {
        play.asNobody();
        play.passTo(SwedishDate.startOf(fixture.today().plusDays(days)).plus(Duration.ofHours(9)));
        settle();
    }

    private void settle() {
        play.asNobody();
        for (int round = 0; round < 3; round++) {
            play.runJobs();
            play.work();
        }
    }

    private long reminders() {
        return path().stream().filter("serviceTask_mailReminder"::equals).count();
    }

    private List<String> mails() {
        return jdbc.sql("select mail from tidig.mail where reference = ?")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    private List<String> path() {
        return play.path("grant", reference.value());
    }

    private Grant grant() {
        return grants.get(reference);
    }

    private String key(int number) {
        return reference + "-M" + number;
    }

    private String open() {
        return grant().openMilestone()
                .map(Milestone::key)
                .map(MilestoneKey::toString)
                .orElse(null);
    }
}
