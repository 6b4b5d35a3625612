package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import se.tidig.Actor;
import se.tidig.DomainTest;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicationFixture;
import se.tidig.call.CallFigures.Figure;
import se.tidig.call.CallFigures.Stage;
import se.tidig.grant.GrantFixture;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.Receipt.Reception;
import se.tidig.payment.Receipts.Source;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** A payment at the paying board: what the bank answers, and how people correct, repeat or give up what it rejected. */
@DomainTest
class PaymentServiceTest {

    private static final Actor FIRST = Actor.of("financeF1");
    private static final Actor SECOND = Actor.of("financeF2");
    private static final Giro OTHER = new Giro(Giro.Kind.PLUSGIRO, "90 19 50-6");
    private static final String PAID_ALREADY = "Bankens svar visar att betalningen redan är gjord. Kontrollera med"
            + " banken och välj att den är betald.";

    @Autowired
    PaymentFixture fixture;

    @Autowired
    GrantFixture grantFixture;

    @Autowired
    PaymentService payments;

    @Autowired
    DisbursementService disbursements;

    @Autowired
    PaymentConditionService conditions;

    @Autowired
    VoucherExportService export;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Receipts receipts;

    @Autowired
    Grants grants;

    @Autowired
    BankDays bankDays;

    @Autowired
    TimeLimitsTable limits;

    @Autowired
    PaidFigures figures;

    @Autowired
    CaseJournal journal;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    MilestoneKey key;
    LocalDate today;
    int line;

    @BeforeEach
    void aPaymentOf90000KrIsSent() {
        PaymentFixture.empty();
        key = MilestoneKey.of(fixture.due());
        today = SwedishDate.on(clock.instant());
        fixture.sent(key.toString());
        events.clear();
    }

    @Test
    void aPaymentIsPendingUntilTheBankAnswersAndIsTracedAfterFiveBankDays() {
        var trace = SwedishDate.endOf(bankDays.after(today, limits.of(Limit.PAYMENT_TRACE)));
        assertThat(payments.ask(key)).isEqualTo(new PaymentService.BankAnswer("PENDING", trace));
        jdbc.sql("update tidig.payment_order set trace_from = null").update();
        assertThat(payments.ask(key)).isEqualTo(new PaymentService.BankAnswer("PENDING", trace));
        assertThat(disbursements.ask(key)).isEqualTo("PENDING");

        answer(1, Answer.REJECTED);
        assertThat(payments.ask(key).answer()).isEqualTo("REJECTED");
        assertThat(disbursements.ask(key)).isEqualTo("PENDING");
        payments.giveUp(key, "Ingen når mottagaren.", FIRST);
        assertThat(payments.ask(key).answer()).isEqualTo("PENDING");
        assertThat(disbursements.ask(key)).isEqualTo("CANCELLED");
    }

    @Test
    void whatTheBankSettlesIsPaidOfTheGrantAndWakesThePayment() {
        assertThat(figures.of(grants.get(key.reference()).call())).isEmpty();

        assertThat(answer(1, Answer.SETTLED)).isEqualTo(Reception.APPLIED);

        assertThat(payments.ask(key).answer()).isEqualTo("SETTLED");
        assertThat(disbursements.ask(key)).isEqualTo("SETTLED");
        assertThat(grants.get(key.reference()).paid()).isEqualTo(Sek.of(90_000));
        assertThat(events.stream(PaymentOrder.Answered.class))
                .containsExactly(new PaymentOrder.Answered(key, Answer.SETTLED));
        assertThat(figures.of(grants.get(key.reference()).call()))
                .containsExactly(new Figure(Stage.PAID, 1, Sek.of(90_000)));
        payments.finish(key);
        assertThat(events.stream(PaymentOrder.Finished.class))
                .containsExactly(new PaymentOrder.Finished(key, key, "SETTLED"));
    }

    @Test
    void whatTheBankRejectsIsNotPaidAndIsToldWithTheReason() {
        answer(1, Answer.REJECTED);

        assertThat(grants.get(key.reference()).paid()).isEqualTo(Sek.ZERO);
        told("Betalningen gick inte igenom den " + SwedishDate.text(today) + ": Kontot är avslutat");
    }

    @Test
    void aSettledPaymentThatIsThenRejectedIsAskedAboutOnce() {
        answer(1, Answer.SETTLED);
        assertThat(answer(1, Answer.SETTLED)).isEqualTo(Reception.DUPLICATE);
        assertThat(events.stream(Receipt.Returned.class)).isEmpty();

        assertThat(answer(1, Answer.REJECTED)).isEqualTo(Reception.CONTRADICTORY);
        answer(1, Answer.REJECTED);

        assertThat(events.stream(Receipt.Returned.class))
                .containsExactly(new Receipt.Returned(key, key.reference(), "F"));
        assertThat(events.stream(PaymentOrder.Answered.class)).hasSize(1);
        told("Svar från banken på försök 1 (gick inte igenom) ändrade inget: säger emot ett tidigare svar.");
    }

    @Test
    void aReceiptForAnAttemptThatIsNotSentYetWaitsUntilItIs() {
        answer(1, Answer.REJECTED);
        mended(null);
        payments.sendAgain(key, "Kontrollerat.", SECOND);

        assertThat(answer(2, Answer.SETTLED)).isEqualTo(Reception.REMEMBERED);
        assertThat(payments.ask(key).answer()).isEqualTo("PENDING");
        export.send(key);

        assertThat(orders.get(key).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(receipts.of(key))
                .extracting(Receipts.Received::reception)
                .containsExactly(Reception.APPLIED, Reception.APPLIED);
    }

    @Test
    void ofTwoReceiptsThatWaitTheFirstIsAppliedAndAContradictionAskedAbout() {
        answer(1, Answer.REJECTED);
        mended(null);
        payments.sendAgain(key, "Kontrollerat.", SECOND);
        answer(2, Answer.SETTLED);
        answer(2, Answer.REJECTED);

        export.send(key);

        assertThat(orders.get(key).status()).isEqualTo(OrderStatus.SETTLED);
        assertThat(receipts.of(key))
                .extracting(Receipts.Received::reception)
                .containsExactly(Reception.APPLIED, Reception.APPLIED, Reception.CONTRADICTORY);
        assertThat(events.stream(Receipt.Returned.class)).hasSize(1);
    }

    @Test
    void anAttemptIsHeldBackIfAnEarlierOneTurnsOutToBePaid() {
        answer(1, Answer.REJECTED);
        mended(null);
        payments.sendAgain(key, "Kontrollerat.", SECOND);
        answer(1, Answer.SETTLED);
        PaymentFixture.empty();

        export.send(key);

        assertThat(PaymentFixture.files("out")).isEmpty();
        assertThat(orders.get(key).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(orders.get(key).current().reason())
                .isEqualTo("Inte skickad: ett svar från banken visar att försök 1 är betalt.");
    }

    @Test
    void nothingIsCorrectedRepeatedGivenUpOrPreparedThatABankSaysIsPaid() {
        answer(1, Answer.REJECTED);
        answer(1, Answer.SETTLED);
        refused(() -> mended(null), PAID_ALREADY);
        refused(() -> payments.giveUp(key, "Skäl", FIRST), PAID_ALREADY);
        jdbc.sql("update tidig.payment_order set status = 'MENDED', mended_by = 'financeF1'")
                .update();
        refused(() -> payments.sendAgain(key, "Skäl", SECOND), PAID_ALREADY);
        jdbc.sql("update tidig.payment_order set status = 'CANCELLED'").update();
        var again = "Bankens svar visar att utbetalningen redan är gjord. Kontrollera med banken och välj att den är"
                + " betald.";
        refused(() -> disbursements.prepare(key, PaymentFixture.CODING, null, Actor.of("financeK1")), again);
        refused(() -> disbursements.approve(key, Actor.of("financeK2")), again);

        disbursements.foundPaid(key, FIRST);

        assertThat(orders.get(key)).returns(OrderStatus.SETTLED, PaymentOrder::status);
        assertThat(orders.get(key).settledOn()).isEqualTo(today);
        assertThat(grants.get(key.reference()).milestone(key).status()).isEqualTo(Milestone.Status.PAID);
        told("Utbetalningen är gjord enligt svar från banken: " + Sek.of(90_000));
    }

    @Test
    void aPaymentIsNotFoundPaidWithoutAReceiptThatSaysSo() {
        answer(1, Answer.REJECTED);

        refused(
                () -> disbursements.foundPaid(key, FIRST),
                "Inget svar från banken visar att utbetalningen är gjord. Förbered den, eller utred med banken.");
    }

    @Test
    void aNewAccountIsVerifiedByAnotherPersonWhoSendsThePaymentToIt() {
        answer(1, Answer.REJECTED);
        mended(OTHER);
        assertThat(grants.get(key.reference()).giro()).contains(OTHER);
        assertThat(grants.get(key.reference()).payeeVerified()).isFalse();
        refused(
                () -> payments.sendAgain(key, "Intyg.", FIRST),
                "Den som har åtgärdat betalningen kan inte kontrollera den. En annan person måste göra det.");
        assertThat(grants.get(key.reference()).payeeVerified()).isFalse();

        payments.sendAgain(key, "Intyg.", SECOND);

        assertThat(grants.get(key.reference()).payeeVerifiedBy()).isEqualTo(SECOND);
        assertThat(orders.get(key))
                .returns(OTHER, PaymentOrder::giro)
                .returns(2, PaymentOrder::attempt)
                .returns(OrderStatus.READY, PaymentOrder::status);
    }

    @Test
    void anAccountThatWasRightIsNotVerifiedAnew() {
        answer(1, Answer.REJECTED);
        mended(null);

        payments.sendAgain(key, "Rätt konto.", SECOND);

        assertThat(grants.get(key.reference()).payeeVerifiedBy()).isEqualTo(Actor.of("financeK1"));
        assertThat(orders.get(key).giro()).isEqualTo(GrantFixture.ACCOUNT);
    }

    @Test
    void whoeverWaitsOnGivesTheBankItsTimeAnew() {
        var trace = payments.ask(key).traceFrom();
        jdbc.sql("update tidig.payment_order set trace_from = trace_from - interval '9 days'")
                .update();

        payments.keepWaiting(key, "Banken söker.", FIRST);

        assertThat(orders.get(key).traceFrom()).isEqualTo(trace);
        assertThat(orders.get(key).status()).isEqualTo(OrderStatus.EXPORTED);
    }

    @Test
    void whatATraceFindsIsNotLaterThanToday() {
        refused(
                () -> payments.found(key, Answer.SETTLED, today.plusDays(1), "Skäl", FIRST),
                "Dagen kan inte vara senare än i dag.");

        payments.found(key, Answer.SETTLED, today, "Kontoutdrag.", FIRST);

        assertThat(orders.get(key).settledOn()).isEqualTo(today);
        assertThat(grants.get(key.reference()).paid()).isEqualTo(Sek.of(90_000));
    }

    @Test
    void thePayingBoardIsToldOfAnOrderedPayment() {
        var other = fixture.due();

        fixture.ordered(other);

        var ordered = MilestoneKey.of(other);
        assertThat(events.stream(PaymentOrder.Ordered.class))
                .containsExactly(new PaymentOrder.Ordered(ordered, ordered.reference(), "F"));
    }

    @Test
    void anApprovalIsOfTheAccountTheSumAndTheCircumstancesThatWerePrepared() {
        key = MilestoneKey.of(fixture.due());
        conditions.check(key, ApplicationFixture.RULES);
        disbursements.prepare(key, PaymentFixture.CODING, null, Actor.of("financeK1"));
        jdbc.sql("update tidig.grant_case set payee_verified_at = null where reference = ?")
                .param(key.reference().value())
                .update();
        refused(this::approve, "Kontot har ändrats eller är inte längre kontrollerat. Återlämna utbetalningen.");

        jdbc.sql(
                        "update tidig.grant_case set payee_verified_at = confirmed_at, giro = 'plusgiro 90 19 50-6' where reference = ?")
                .param(key.reference().value())
                .update();
        refused(this::approve, "Kontot har ändrats eller är inte längre kontrollerat. Återlämna utbetalningen.");

        key = MilestoneKey.of(fixture.due());
        conditions.check(key, ApplicationFixture.RULES);
        disbursements.prepare(key, PaymentFixture.CODING, null, Actor.of("financeK1"));
        conditions.note(key, List.of("OTHER"), "Nedlagd verksamhet", Actor.of("financeK1"));
        refused(
                this::approve,
                "Något har ändrats sedan villkoren kontrollerades. Återlämna utbetalningen, så kontrolleras de på"
                        + " nytt.");
    }

    @Test
    void anUnknownPaymentIsRefusedByItsNumber() {
        var unknown = MilestoneKey.of("K-1999-1-001-M1");

        refused(() -> orders.get(unknown), "Det finns ingen betalning K-1999-1-001-M1. Kontrollera betalningsnumret.");
        refused(
                () -> disbursements.ask(unknown),
                "Det finns ingen betalning K-1999-1-001-M1. Kontrollera betalningsnumret.");
    }

    @Test
    void aReceiptIsKeptAsItCame() {
        var receipt = new Receipt(key.toString(), 1, Answer.SETTLED, Optional.of(Sek.of(90_000)), today, null);
        payments.receive(receipt, new Source("kvitto.csv", 7));

        assertThat(receipts.of(key)).singleElement().satisfies(kept -> {
            assertThat(kept.receipt()).isEqualTo(receipt);
            assertThat(kept.reception()).isEqualTo(Reception.APPLIED);
            assertThat(SwedishDate.on(kept.at())).isEqualTo(today);
        });
    }

    private Reception answer(int attempt, Answer answer) {
        var reason = answer == Answer.REJECTED ? "Kontot är avslutat" : null;
        return payments.receive(
                new Receipt(key.toString(), attempt, answer, Optional.empty(), today, reason),
                new Source("kvitto.csv", ++line));
    }

    private void mended(Giro account) {
        payments.mend(key, account, account == null ? null : "Kassören", "Åtgärdat.", FIRST);
    }

    private void approve() {
        disbursements.approve(key, Actor.of("financeK2"));
    }

    private void told(String text) {
        assertThat(journal.latest(key.reference(), EventKind.PAYMENT).text()).isEqualTo(text);
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(PaymentRefused.class).hasMessage(because);
    }
}
