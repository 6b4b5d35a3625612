package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Play;
import se.tidig.SwedishDate;
import se.tidig.TidigTest;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.payment.Receipt.Reception;

@TidigTest
class PaymentProcessTest {

    @Autowired
    Play play;

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture decisions;

    @Autowired
    Grants grants;

    @Autowired
    PaymentOrders orders;

    @Autowired
    VoucherExportService export;

    @Autowired
    Receipts receipts;

    @Autowired
    ReceiptIntakeService intake;

    @Autowired
    BankDays bankDays;

    String key;

    @BeforeEach
    void aPaymentIsSent() {
        PaymentFixture.empty();
        key = fixture.due();
        fixture.order(key);
    }

    @Test
    void aPaymentGoesToTheLedgerAndEndsWhenTheBankHasPaid() {
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.READY);
        fixture.settle();
        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv");
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.EXPORTED);

        receipt("settled", "");

        assertPaid(1);
        assertThat(path()).doesNotContain("userTask_mendPayment", "userTask_tracePayment");
    }

    @Test
    void aRejectedPaymentIsMendedWithANewAccountThatAnotherVerifiesAndSentAgainUnderTheSameOrder() {
        fixture.settle();
        receipt("rejected", "Kontot avslutat");
        play.as("financeF1").complete("userTask_mendPayment", key, newAccount());
        assertThat(grants.get(MilestoneKey.of(key).reference()).payeeVerified()).isFalse();

        play.as("financeF2")
                .complete(
                        "userTask_verifyMending",
                        key,
                        Map.of("mendingChecked", "SEND", "mendingVerification", "Intyg från den nya banken."));
        fixture.settle();

        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv", key + "-2.csv");
        assertThat(PaymentFixture.read("out/" + key + "-1.csv")).contains(";bankgiro;5050-1055;");
        assertThat(PaymentFixture.read("out/" + key + "-2.csv")).contains(";bankgiro;991-2346;");
        var grant = grants.get(MilestoneKey.of(key).reference());
        assertThat(grant.payeeVerifiedBy()).isEqualTo(Actor.of("financeF2"));
        PaymentFixture.receipt("paid.csv", key + ";2;settled;" + decisions.today() + ";");
        intake.read();
        fixture.settle();
        assertPaid(2);
    }

    @Test
    void whoMendedAPaymentDoesNotLetItGoAlsoIfTheyAreInBothGroups() {
        fixture.settle();
        receipt("rejected", "Tekniskt fel");
        play.alsoIn("financeApprovers", "financeF1", () -> {
            play.as("financeF1")
                    .complete("userTask_mendPayment", key, Map.of("mending", "RESEND", "mendNote", "Bankens fel."));
            refused(
                    "financeF1",
                    "userTask_verifyMending",
                    Map.of("mendingChecked", "SEND", "mendingVerification", "Kontrollerat."),
                    "En annan person");
        });
    }

    @Test
    void aMendingIsSentBackAndMendedAgain() {
        fixture.settle();
        receipt("rejected", "Tekniskt fel");
        play.as("financeF1")
                .complete("userTask_mendPayment", key, Map.of("mending", "RESEND", "mendNote", "Bankens fel."));
        play.as("financeF2")
                .complete(
                        "userTask_verifyMending",
                        key,
                        Map.of("mendingChecked", "RETURN", "mendingVerification", "Fråga banken först."));

        assertThat(play.openTasks(key)).containsExactly("userTask_mendPayment");
        play.as("financeF1")
                .complete("userTask_mendPayment", key, Map.of("mending", "RESEND", "mendNote", "Banken svarar."));
        play.as("financeF2")
                .complete(
                        "userTask_verifyMending",
                        key,
                        Map.of("mendingChecked", "SEND", "mendingVerification", "Bekräftat av banken."));
        fixture.settle();
        assertThat(orders.get(MilestoneKey.of(key)).attempt()).isEqualTo(2);
        assertThat(PaymentFixture.read("out/" + key + "-2.csv")).contains(";bankgiro;5050-1055;");
    }

    @Test
    void aNewAccountThatCannotBeOneIsRefused() {
        fixture.settle();
        receipt("rejected", "Kontot avslutat");
        var answers = newAccount();
        answers.put("giroNumber", "991-2345");
        refused("financeF1", "userTask_mendPayment", answers, "Kontrollsiffran");
    }

    @Test
    void aRejectedPaymentThatABankStatementShowsIsPaidIsNotSentAgain() {
        fixture.settle();
        receipt("rejected", "Kontot avslutat");
        refused(
                "financeF1",
                "userTask_mendPayment",
                Map.of("mending", "PAID", "mendNote", "Gjord."),
                "Inget svar från banken visar");
        PaymentFixture.receipt("ändå.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        assertThat(receptions()).containsExactly(Reception.APPLIED, Reception.CONTRADICTORY);

        refused("financeF1", "userTask_mendPayment", newAccount(), "redan är gjord");
        refused(
                "financeF1",
                "userTask_mendPayment",
                Map.of("mending", "GIVE_UP", "mendNote", "Nej."),
                "redan är gjord");
        play.as("financeF1")
                .complete("userTask_mendPayment", key, Map.of("mending", "PAID", "mendNote", "Kontoutdrag."));
        fixture.settle();

        assertPaid(1);
    }

    @Test
    void aPaymentWithoutAnswerIsTracedAfterFiveBankDaysAndNeverSentAgainMeanwhile() {
        fixture.settle();
        var fifth = bankDays.after(decisions.today(), 5);
        play.passTo(SwedishDate.startOf(fifth.plusDays(1)).minusSeconds(1));
        assertThat(play.openTasks(key)).isEmpty();
        play.passTo(SwedishDate.startOf(fifth.plusDays(1)));
        assertThat(play.openTasks(key)).containsExactly("userTask_tracePayment");

        trace("WAIT");
        assertThat(play.openTasks(key)).isEmpty();
        play.passTo(SwedishDate.startOf(bankDays.after(decisions.today(), 5).plusDays(1)));
        assertThat(play.openTasks(key)).containsExactly("userTask_tracePayment");
        trace("SETTLED");

        assertPaid(1);
        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv");
    }

    @Test
    void aTracedPaymentThatWasRejectedIsMended() {
        untilTraced();
        trace("REJECTED");
        assertThat(play.openTasks(key)).containsExactly("userTask_mendPayment");
        assertThat(orders.get(MilestoneKey.of(key)).current().reason()).isEqualTo("Banken, Eva Ek");
    }

    @Test
    void theDayOfAnAnswerIsNotInTheFuture() {
        untilTraced();
        var answers = new HashMap<>(traced("SETTLED"));
        answers.put("answeredOn", decisions.today().plusDays(1).toString());
        refused("financeF1", "userTask_tracePayment", answers, "senare än i dag");
    }

    @Test
    void aReceiptThatComesWhileAPersonTracesEndsTheTracing() {
        untilTraced();
        receipt("settled", "");
        assertPaid(1);
    }

    @Test
    void aRejectionThatComesWhileAPersonTracesIsMended() {
        untilTraced();
        receipt("rejected", "Kontot avslutat");
        assertThat(play.openTasks(key)).containsExactly("userTask_mendPayment");
    }

    @Test
    void aReceiptThatComesBeforeTheCaseWaitsStillSettlesIt() {
        export.send(MilestoneKey.of(key));
        receipt("settled", "");
        assertPaid(1);
    }

    @Test
    void aReceiptThatComesBeforeTheVoucherIsKnownToBeSentIsRemembered() {
        PaymentFixture.receipt("tidigt.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        assertThat(receptions()).containsExactly(Reception.REMEMBERED);
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.READY);

        fixture.settle();

        assertThat(receptions()).containsExactly(Reception.APPLIED);
        assertPaid(1);
    }

    @Test
    void aRejectionThatComesBeforeTheVoucherIsKnownToBeSentIsMended() {
        PaymentFixture.receipt("tidigt.csv", key + ";1;rejected;" + decisions.today() + ";Kontot avslutat");
        intake.read();
        fixture.settle();
        assertThat(play.openTasks(key)).containsExactly("userTask_mendPayment");
    }

    @Test
    void ofTwoAnswersThatComeTooEarlyTheFirstCountsAndTheOtherIsAContradiction() {
        PaymentFixture.receipt(
                "tidigt.csv",
                key + ";1;settled;" + decisions.today() + ";",
                key + ";1;rejected;" + decisions.today() + ";Kontot avslutat");
        intake.read();
        fixture.settle();

        assertThat(receptions()).containsExactly(Reception.APPLIED, Reception.CONTRADICTORY);
        assertPaid(1);
    }

    @Test
    void anAttemptIsHeldBackIfAReceiptShowsThatAnEarlierOneWasPaid() {
        fixture.settle();
        receipt("rejected", "Tekniskt fel");
        play.as("financeF1")
                .complete("userTask_mendPayment", key, Map.of("mending", "RESEND", "mendNote", "Bankens fel."));
        play.as("financeF2")
                .complete(
                        "userTask_verifyMending",
                        key,
                        Map.of("mendingChecked", "SEND", "mendingVerification", "Bekräftat av banken."));
        PaymentFixture.receipt("ändå.csv", key + ";1;settled;" + decisions.today() + ";");
        intake.read();
        fixture.settle();

        assertThat(PaymentFixture.files("out")).containsExactly(key + "-1.csv");
        assertThat(orders.get(MilestoneKey.of(key)).current().reason()).contains("försök 1 är betalt");
        play.as("financeF1")
                .complete("userTask_mendPayment", key, Map.of("mending", "PAID", "mendNote", "Kontoutdrag."));
        fixture.settle();
        assertPaid(2);
    }

    @Test
    void thePayingBoardsPeopleSeeThePaymentAndTheOthersDoNot() {
        fixture.settle();
        receipt("rejected", "Kontot avslutat");
        assertThatThrownBy(() -> play.as("financeK1").claim("userTask_mendPayment", key))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("financeK1");
        play.as("financeF1").claim("userTask_mendPayment", key);
    }

    private void untilTraced() {
        fixture.settle();
        play.passTo(SwedishDate.startOf(bankDays.after(decisions.today(), 5).plusDays(1)));
    }

    private Map<String, Object> traced(String what) {
        return what.equals("WAIT")
                ? Map.of("traced", what, "traceNote", "Banken, Eva Ek")
                : Map.of(
                        "traced",
                        what,
                        "traceNote",
                        "Banken, Eva Ek",
                        "answeredOn",
                        decisions.today().toString());
    }

    private void trace(String what) {
        play.as("financeF1").complete("userTask_tracePayment", key, traced(what));
        fixture.settle();
    }

    private static Map<String, Object> newAccount() {
        return new HashMap<>(Map.of(
                "mending", "ACCOUNT",
                "giroKind", "BANKGIRO",
                "giroNumber", "991-2346",
                "giroHolder", "Föreningen Bryggan",
                "mendNote", "Nytt konto enligt Anna Lind."));
    }

    private void receipt(String status, String reason) {
        PaymentFixture.receipt(status + ".csv", key + ";1;" + status + ";" + decisions.today() + ";" + reason);
        intake.read();
        fixture.settle();
    }

    private void assertPaid(int attempt) {
        assertThat(play.ended("payment", key)).isTrue();
        assertThat(play.ended("disbursement", key)).isTrue();
        assertThat(orders.get(MilestoneKey.of(key)).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(orders.get(MilestoneKey.of(key)).attempt()).isEqualTo(attempt);
        assertThat(grants.get(MilestoneKey.of(key).reference())
                        .milestone(MilestoneKey.of(key))
                        .status())
                .isEqualTo(Milestone.Status.PAID);
    }

    private List<Reception> receptions() {
        return receipts.of(MilestoneKey.of(key)).stream()
                .map(Receipts.Received::reception)
                .toList();
    }

    private void refused(String person, String element, Map<String, Object> answers, String because) {
        play.as(person);
        assertThatThrownBy(() -> play.complete(element, key, answers)).hasStackTraceContaining(because);
    }

    private List<String> path() {
        return play.path("payment", key);
    }
}
