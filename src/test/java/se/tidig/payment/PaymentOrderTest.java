package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tidig.payment.OrderStatus.APPROVED;
import static se.tidig.payment.OrderStatus.CANCELLED;
import static se.tidig.payment.OrderStatus.EXPORTED;
import static se.tidig.payment.OrderStatus.EXPORTING;
import static se.tidig.payment.OrderStatus.MENDED;
import static se.tidig.payment.OrderStatus.NEW;
import static se.tidig.payment.OrderStatus.PREPARED;
import static se.tidig.payment.OrderStatus.READY;
import static se.tidig.payment.OrderStatus.REJECTED;
import static se.tidig.payment.OrderStatus.RETURNED;
import static se.tidig.payment.OrderStatus.SETTLED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.grant.Grant;
import se.tidig.grant.SampleGrant;
import se.tidig.organisation.Giro;
import se.tidig.payment.PaymentAttempt.Answer;

/** Which acts a payment order's state allows, who may do them, and what each attempt to pay keeps. */
class PaymentOrderTest {

    private static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final LocalDate DAY = LocalDate.parse("2026-02-23");
    private static final Sek SUM = Sek.of(60_000);
    private static final LedgerCoding CODING = new LedgerCoding("5710", "4210", "86130", "TIA-26");

    private static final Grant GRANT = SampleGrant.verified();

    /** What is done to an order, in which states it may be, the state that follows, and the words of the refusal. */
    enum Act {
        PREPARE(
                order -> order.prepare(SUM, GRANT, CODING, null, Actor.of("financeK1"), NOW),
                EnumSet.of(NEW, PREPARED, RETURNED, CANCELLED),
                PREPARED,
                "kan inte förberedas igen."),
        APPROVE(
                order -> order.approve(Actor.of("financeK2"), NOW),
                EnumSet.of(PREPARED),
                APPROVED,
                "kan inte attesteras."),
        SEND_BACK(
                order -> order.sendBack("Fel konto", Actor.of("financeK2")),
                EnumSet.of(PREPARED),
                RETURNED,
                "kan inte återlämnas."),
        ORDER(PaymentOrder::order, EnumSet.of(APPROVED), READY, "Den ska vara attesterad för att skickas."),
        EXPORTING_BEGINS(order -> order.exporting("hash"), EnumSet.of(READY), EXPORTING, "ska inte skickas."),
        EXPORTING_ENDS(order -> order.exported(NOW, LATER), EnumSet.of(EXPORTING), EXPORTED, "skickas inte."),
        SETTLE(
                order -> order.answer(Answer.SETTLED, DAY, null),
                EnumSet.of(EXPORTING, EXPORTED),
                SETTLED,
                "väntar inte på svar."),
        REJECT(
                order -> order.answer(Answer.REJECTED, DAY, "Kontot är avslutat"),
                EnumSet.of(EXPORTING, EXPORTED),
                REJECTED,
                "väntar inte på svar."),
        HOLD_BACK(
                order -> order.holdBack(DAY, "Kontot har ändrats"),
                EnumSet.of(READY),
                REJECTED,
                "kan inte hållas inne."),
        KEEP_WAITING(
                order -> order.keepWaiting(LATER, "Banken söker"),
                EnumSet.of(EXPORTED),
                EXPORTED,
                "väntar inte på svar."),
        MEND(
                order -> order.mend(true, "Nytt konto", Actor.of("financeF1"), NOW),
                EnumSet.of(REJECTED),
                MENDED,
                "ska inte åtgärdas."),
        SEND_AGAIN(
                order -> order.sendAgain(GRANT, Actor.of("financeF2")),
                EnumSet.of(MENDED),
                READY,
                "kan inte skickas igen."),
        MEND_AGAIN(
                order -> order.mendAgain("Intyg saknas", Actor.of("financeF2")),
                EnumSet.of(MENDED),
                REJECTED,
                "kan inte återlämnas."),
        DROP(PaymentOrder::drop, EnumSet.of(NEW, PREPARED, RETURNED), CANCELLED, "kan inte strykas."),
        CANCEL(
                order -> order.cancel("Ges upp", Actor.of("financeF1"), NOW),
                EnumSet.of(REJECTED),
                CANCELLED,
                "Bara en betalning som inte gick igenom kan avbrytas."),
        FOUND_PAID(
                order -> order.foundPaid(DAY),
                EnumSet.of(REJECTED, CANCELLED, RETURNED, PREPARED),
                SETTLED,
                "väntar inte på detta.");

        private final Consumer<PaymentOrder> done;
        private final Set<OrderStatus> allowed;
        private final OrderStatus after;
        private final String refusal;

        Act(Consumer<PaymentOrder> done, Set<OrderStatus> allowed, OrderStatus after, String refusal) {
            this.done = done;
            this.allowed = allowed;
            this.after = after;
            this.refusal = refusal;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActIsDoneInItsStatesAndRefusedInAllOthersWithTheReason(Act act) {
        for (var status : OrderStatus.values()) {
            var order = at(status);
            if (act.allowed.contains(status)) {
                act.done.accept(order);
                assertThat(order.status()).as("%s of %s", act, status).isEqualTo(act.after);
            } else {
                assertThatThrownBy(() -> act.done.accept(order))
                        .as("%s of %s", act, status)
                        .isInstanceOf(PaymentRefused.class)
                        .hasMessageStartingWith("Betalningen har status \"" + status.swedish() + "\"")
                        .hasMessageEndingWith(act.refusal);
                assertThat(order.status()).isEqualTo(status);
            }
        }
    }

    @Test
    void aNewOrderIsForTheGrantsRecipientAtThePayingBoard() {
        var order = at(NEW);

        assertThat(order.key()).isEqualTo(MilestoneKey.of("K-2026-2-017-M1"));
        assertThat(order.reference()).isEqualTo(Reference.of("K-2026-2-017"));
        assertThat(order.payingBoard()).isEqualTo("F");
        assertThat(order.payee()).isEqualTo("Föreningen Bryggan");
        assertThat(order.organisationNumber()).isEqualTo("8020000006");
        assertThat(order.attempt()).isZero();
        assertThat(order.attempts()).isEmpty();
    }

    @Test
    void preparationKeepsTheSumTheVerifiedAccountTheCodingAndWhoPreparedIt() {
        var order = at(NEW);
        order.prepare(SUM, GRANT, CODING, "Enligt beslut", Actor.of("financeK1"), NOW);

        assertThat(order.amount()).isEqualTo(SUM);
        assertThat(order.giro()).isEqualTo(new Giro(Giro.Kind.BANKGIRO, "5050-1055"));
        assertThat(order.coding()).isEqualTo(CODING);
        assertThat(order.preparedBy()).isEqualTo(Actor.of("financeK1"));
        assertThat(order.preparedAt()).isEqualTo(NOW);
        assertThat(order.preparedNote()).isEqualTo("Enligt beslut");
    }

    @Test
    void nothingIsPreparedForAnAccountThatNobodyHasVerified() {
        refused(
                () -> at(NEW).prepare(SUM, SampleGrant.confirmed(), CODING, null, Actor.of("financeK1"), NOW),
                "Kontot är inte kontrollerat. Kontrollera kontot innan något betalas ut.");
        refused(
                () -> at(NEW).prepare(SUM, SampleGrant.opened(), CODING, null, Actor.of("financeK1"), NOW),
                "Kontot är inte kontrollerat. Kontrollera kontot innan något betalas ut.");
    }

    @Test
    void whoPreparedItNeitherApprovesItNorSendsItBack() {
        var order = at(PREPARED);

        refused(
                () -> order.approve(Actor.of("financeK1"), NOW),
                "Den som har förberett utbetalningen kan inte attestera den. En annan person måste göra det.");
        refused(
                () -> order.sendBack("Fel", Actor.of("financeK1")),
                "Den som har förberett utbetalningen kan inte granska den. En annan person måste göra det.");
        assertThat(order.approvedBy()).isNull();
        order.approve(Actor.of("financeK2"), NOW);
        assertThat(order.approvedBy()).isEqualTo(Actor.of("financeK2"));
    }

    @Test
    void anOrderThatWasSentBackSaysWhyUntilItIsPreparedAnew() {
        var order = at(RETURNED);
        assertThat(order.returnReason()).isEqualTo("Fel konto");

        order.prepare(SUM, GRANT, CODING, null, Actor.of("financeK2"), LATER);

        assertThat(order.returnReason()).isNull();
        assertThat(order.preparedBy()).isEqualTo(Actor.of("financeK2"));
    }

    @Test
    void anOrderWhosePaymentWasGivenUpMustBeApprovedAnew() {
        var order = at(CANCELLED);
        assertThat(order.approvedBy()).isEqualTo(Actor.of("financeK2"));

        order.prepare(SUM, GRANT, CODING, null, Actor.of("financeK1"), LATER);

        assertThat(order.approvedBy()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void noMoneyCanBeOnItsWayBeforeSomebodyHasApproved(OrderStatus status) {
        assertThat(at(status).isUnapproved())
                .isEqualTo(Set.of(NEW, PREPARED, RETURNED).contains(status));
    }

    @Test
    void theFirstAttemptKeepsTheAccountTheSumAndTheApprover() {
        var order = at(READY);

        assertThat(order.attempt()).isEqualTo(1);
        assertThat(order.current())
                .isEqualTo(new PaymentAttempt(
                        1, "bankgiro 5050-1055", SUM, Actor.of("financeK2"), null, null, null, null, null));
    }

    @Test
    void anAttemptKeepsItsVoucherItsExportAndItsAnswer() {
        var order = at(EXPORTED);
        assertThat(order.traceFrom()).isEqualTo(LATER);
        assertThat(order.settledOn()).isNull();

        order.answer(Answer.SETTLED, DAY, null);

        assertThat(order.attempts())
                .containsExactly(new PaymentAttempt(
                        1, "bankgiro 5050-1055", SUM, Actor.of("financeK2"), "hash", NOW, Answer.SETTLED, DAY, null));
        assertThat(order.settledOn()).isEqualTo(DAY);
    }

    @Test
    void aRejectedAttemptKeepsTheReasonAndNothingIsPaid() {
        var order = at(REJECTED);

        assertThat(order.current().answer()).isEqualTo(Answer.REJECTED);
        assertThat(order.current().answeredOn()).isEqualTo(DAY);
        assertThat(order.current().reason()).isEqualTo("Kontot är avslutat");
        assertThat(order.settledOn()).isNull();
    }

    @Test
    void anAttemptThatIsHeldBackIsRejectedWithoutAVoucher() {
        var order = at(READY);
        order.holdBack(DAY, "Kontot har ändrats");

        assertThat(order.current())
                .isEqualTo(new PaymentAttempt(
                        1,
                        "bankgiro 5050-1055",
                        SUM,
                        Actor.of("financeK2"),
                        null,
                        null,
                        Answer.REJECTED,
                        DAY,
                        "Kontot har ändrats"));
    }

    @Test
    void aPaymentWithoutAnAnswerIsTracedLaterIfAPersonKeepsWaiting() {
        var order = at(EXPORTED);
        var later = LATER.plusSeconds(86_400);
        order.keepWaiting(later, "Banken söker");

        assertThat(order.traceFrom()).isEqualTo(later);
    }

    @Test
    void aMendedPaymentIsSentAgainByAnotherToTheAccountThatIsVerifiedNow() {
        var order = at(MENDED);
        assertThat(order.mendedBy()).isEqualTo(Actor.of("financeF1"));
        assertThat(order.mendNote()).isEqualTo("Nytt konto");
        assertThat(order.newAccount()).isTrue();
        var moved = SampleGrant.withNewAccount();
        refused(
                () -> order.sendAgain(moved, Actor.of("financeF1")),
                "Den som har åtgärdat betalningen kan inte kontrollera den. En annan person måste göra det.");

        order.sendAgain(moved, Actor.of("financeF2"));

        assertThat(order.attempts()).extracting(PaymentAttempt::number).containsExactly(1, 2);
        assertThat(order.current())
                .isEqualTo(new PaymentAttempt(
                        2, "plusgiro 90 19 50-6", SUM, Actor.of("financeF2"), null, null, null, null, null));
        assertThat(order.attempts().get(0).reason()).isEqualTo("Kontot är avslutat");
    }

    @Test
    void aMendedPaymentIsNotSentToAnAccountThatNobodyHasVerified() {
        refused(
                () -> at(MENDED).sendAgain(SampleGrant.confirmed(), Actor.of("financeF2")),
                "Kontot är inte kontrollerat. Kontrollera kontot innan något betalas ut.");
    }

    @Test
    void anotherThanTheMenderSendsTheMendingBack() {
        var order = at(MENDED);
        refused(
                () -> order.mendAgain("Intyg saknas", Actor.of("financeF1")),
                "Den som har åtgärdat betalningen kan inte kontrollera den. En annan person måste göra det.");
        assertThat(order.status()).isEqualTo(MENDED);

        order.mendAgain("Intyg saknas", Actor.of("financeF2"));

        assertThat(order.mendNote()).isEqualTo("Intyg saknas");
    }

    @Test
    void aPaymentThatIsGivenUpSaysWhoGaveItUpAndWhy() {
        var order = at(CANCELLED);

        assertThat(order.mendNote()).isEqualTo("Ges upp");
        assertThat(order.mendedBy()).isEqualTo(Actor.of("financeF1"));
    }

    @Test
    void aPaymentThatAReceiptShowsIsPaidOnTheReceiptsDay() {
        var order = at(CANCELLED);
        order.foundPaid(DAY);

        assertThat(order.settledOn()).isEqualTo(DAY);
    }

    /** An order that has come to the status by the shortest way. */
    private static PaymentOrder at(OrderStatus status) {
        var order = PaymentOrder.of(SampleGrant.FIRST, GRANT);
        var acts =
                switch (status) {
                    case NEW -> new Act[] {};
                    case PREPARED -> new Act[] {Act.PREPARE};
                    case RETURNED -> new Act[] {Act.PREPARE, Act.SEND_BACK};
                    case APPROVED -> new Act[] {Act.PREPARE, Act.APPROVE};
                    case READY -> new Act[] {Act.PREPARE, Act.APPROVE, Act.ORDER};
                    case EXPORTING -> new Act[] {Act.PREPARE, Act.APPROVE, Act.ORDER, Act.EXPORTING_BEGINS};
                    case EXPORTED -> sent();
                    case SETTLED -> sent(Act.SETTLE);
                    case REJECTED -> sent(Act.REJECT);
                    case MENDED -> sent(Act.REJECT, Act.MEND);
                    case CANCELLED -> sent(Act.REJECT, Act.CANCEL);
                };
        Arrays.stream(acts).forEach(act -> act.done.accept(order));
        assertThat(order.status()).isEqualTo(status);
        return order;
    }

    private static Act[] sent(Act... then) {
        var sent = new Act[] {Act.PREPARE, Act.APPROVE, Act.ORDER, Act.EXPORTING_BEGINS, Act.EXPORTING_ENDS};
        var all = Arrays.copyOf(sent, sent.length + then.length);
        System.arraycopy(then, 0, all, sent.length, then.length);
        return all;
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(PaymentRefused.class).hasMessage(because);
    }
}
