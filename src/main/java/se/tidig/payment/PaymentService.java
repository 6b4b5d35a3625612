package se.tidig.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.SwedishDate;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.Grants;
import se.tidig.grant.MilestoneService;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.Giro;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.Receipt.Reception;
import se.tidig.payment.Receipts.Source;
import se.tidig.timelimit.TimeLimitsTable;
import se.tidig.timelimit.TimeLimitsTable.Limit;

/** An ordered payment at the paying board: sent, answered, traced, corrected. */
@Service
@Transactional
public class PaymentService {

    private final Grants grants;
    private final PaymentOrders orders;
    private final Receipts receipts;
    private final MilestoneService milestones;
    private final GrantConfirmationService accounts;
    private final BankDays bankDays;
    private final TimeLimitsTable limits;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentService(
            Grants grants,
            PaymentOrders orders,
            Receipts receipts,
            MilestoneService milestones,
            GrantConfirmationService accounts,
            BankDays bankDays,
            TimeLimitsTable limits,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.orders = orders;
        this.receipts = receipts;
        this.milestones = milestones;
        this.accounts = accounts;
        this.bankDays = bankDays;
        this.limits = limits;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The bank's answer for the process.
     *
     * @param answer {@code SETTLED}, {@code REJECTED} or {@code PENDING}
     * @param traceFrom when a person traces a payment that has no answer
     */
    public record BankAnswer(String answer, Instant traceFrom) {}

    /** The state before the process begins to wait. Locks the order until the transaction ends. */
    public BankAnswer ask(MilestoneKey key) {
        var order = orders.lock(key);
        return new BankAnswer(
                switch (order.status()) {
                    case SETTLED -> "SETTLED";
                    case REJECTED -> "REJECTED";
                    default -> "PENDING";
                },
                order.traceFrom() == null ? traceFrom() : order.traceFrom());
    }

    /** The voucher is in the folder. A receipt that came earlier is applied now. */
    void exported(MilestoneKey key) {
        grants.lock(key.reference());
        var order = orders.lock(key);
        if (order.status() != OrderStatus.EXPORTING) {
            return;
        }
        order.exported(clock.instant(), traceFrom());
        journal.note(
                order.reference(),
                EventKind.PAYMENT,
                null,
                "Betalningsunderlag för %s skickat till ekonomisystemet, försök %d."
                        .formatted(order.amount(), order.attempt()));
        orders.save(order);
        receipts.remembered(key, order.attempt()).forEach((id, early) -> {
            var reception = reception(order, early);
            tellReturn(order, early, reception);
            receipts.recall(id, reception);
            if (reception == Reception.APPLIED) {
                answer(order, early.status(), early.dated(), early.reason());
            }
        });
    }

    /**
     * Holds back an attempt that is about to be sent, if a receipt has shown meanwhile that an earlier attempt was
     * paid. A person then handles it like a payment that the bank rejected. Returns true if it was held back.
     */
    boolean holdBackPaid(MilestoneKey key) {
        var paid = receipts.settledAnyway(key);
        if (paid.isEmpty()) {
            return false;
        }
        var order = orders.lock(key);
        order.holdBack(
                SwedishDate.on(clock.instant()),
                "Inte skickad: ett svar från banken visar att försök %d är betalt."
                        .formatted(paid.get().attempt()));
        orders.save(order);
        return true;
    }

    /**
     * Applies a line of a receipt, once. The line settles or rejects the attempt that it names, if that attempt has
     * been sent and has no answer; otherwise it is recorded and changes nothing.
     */
    public Reception receive(Receipt receipt, Source source) {
        var key = MilestoneKey.find(receipt.order())
                .filter(named -> orders.find(named).isPresent());
        if (key.isEmpty()) {
            return receipts.isTaken(source) ? Reception.DUPLICATE : record(receipt, source, Reception.UNKNOWN_ORDER);
        }
        grants.lock(key.get().reference());
        var order = orders.lock(key.get());
        if (receipts.isTaken(source)) {
            return Reception.DUPLICATE;
        }
        var reception = reception(order, receipt);
        tellReturn(order, receipt, reception);
        record(receipt, source, reception);
        if (reception == Reception.APPLIED) {
            answer(order, receipt.status(), receipt.dated(), receipt.reason());
            events.publishEvent(new PaymentOrder.Answered(order.key(), receipt.status()));
        } else {
            journal.note(
                    order.reference(),
                    EventKind.PAYMENT,
                    null,
                    "Svar från banken på försök %d (%s) ändrade inget: %s."
                            .formatted(
                                    receipt.attempt(),
                                    receipt.status().swedish().toLowerCase(),
                                    reception.swedish().toLowerCase()));
        }
        return reception;
    }

    /** Asks a person, once, to find out what happened to an attempt that was settled and then rejected. */
    private void tellReturn(PaymentOrder order, Receipt receipt, Reception reception) {
        if (reception == Reception.CONTRADICTORY
                && receipt.status() == Answer.REJECTED
                && !receipts.isReturned(order.key(), receipt.attempt())) {
            events.publishEvent(new Receipt.Returned(order.key(), order.reference(), order.payingBoard()));
        }
    }

    /** A person has asked the bank about a settled payment that a later receipt reports as rejected. */
    public void noteReturn(MilestoneKey key, boolean returned, String note, Actor by) {
        journal.note(
                orders.get(key).reference(),
                EventKind.PAYMENT,
                by,
                (returned
                                ? "Utbetalningen är tillbaka från banken. "
                                : "Utbetalningen står fast, bankens svar att den inte gick igenom var fel. ")
                        + note);
    }

    private Reception record(Receipt receipt, Source source, Reception reception) {
        receipts.add(receipt, source, reception);
        return reception;
    }

    private static Reception reception(PaymentOrder order, Receipt receipt) {
        if (receipt.amount().filter(amount -> !amount.equals(order.amount())).isPresent()) {
            return Reception.OTHER_AMOUNT;
        }
        if (receipt.attempt() < 1 || receipt.attempt() > order.attempt()) {
            return Reception.NOT_AWAITED;
        }
        var attempt = order.attempts().get(receipt.attempt() - 1);
        if (attempt.answer() != null) {
            return attempt.answer() == receipt.status() ? Reception.DUPLICATE : Reception.CONTRADICTORY;
        }
        return order.status() == OrderStatus.READY ? Reception.REMEMBERED : Reception.APPLIED;
    }

    /** The caller holds the locks on the grant and the order. */
    private void answer(PaymentOrder order, Answer answer, LocalDate on, String reason) {
        order.answer(answer, on, reason);
        orders.save(order);
        if (answer == Answer.SETTLED) {
            milestones.paid(order.key(), order.amount());
        }
        journal.note(
                order.reference(),
                EventKind.PAYMENT,
                null,
                answer == Answer.SETTLED
                        ? "Betalt " + order.amount() + " den " + SwedishDate.text(on) + "."
                        : "Betalningen gick inte igenom den " + SwedishDate.text(on) + ": " + reason);
    }

    /** A person has traced a payment that had no answer and found out what happened to it. */
    public void found(MilestoneKey key, Answer answer, LocalDate on, String note, Actor by) {
        PaymentRefused.unless(!on.isAfter(SwedishDate.on(clock.instant())), "Dagen kan inte vara senare än i dag.");
        grants.lock(key.reference());
        var order = orders.lock(key);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Uteblivet svar från banken utrett: " + note);
        answer(order, answer, on, note);
    }

    /** The time to answer starts again. */
    public void keepWaiting(MilestoneKey key, String note, Actor by) {
        var order = orders.lock(key);
        order.keepWaiting(traceFrom(), note);
        orders.save(order);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Svar från banken avvaktas: " + note);
    }

    /**
     * Corrects a rejected payment; another person checks it.
     *
     * @param account the new account, to be verified; null if the old one is right
     */
    public void mend(MilestoneKey key, Giro account, String holder, String note, Actor by) {
        var grant = grants.lock(key.reference());
        var order = orders.lock(key);
        refusePaid(key);
        order.mend(account != null, note, by, clock.instant());
        orders.save(order);
        if (account != null) {
            accounts.mendAccount(grant.reference(), account, holder);
        }
        journal.note(order.reference(), EventKind.PAYMENT, by, "Betalning som inte gick igenom åtgärdad: " + note);
    }

    /** A second person verified the account and released the payment as a new attempt. */
    public void sendAgain(MilestoneKey key, String verification, Actor by) {
        var grant = grants.lock(key.reference());
        var order = orders.lock(key);
        refusePaid(key);
        if (order.newAccount() && !by.equals(order.mendedBy())) {
            accounts.verifyPayee(grant.reference(), verification, by);
        }
        order.sendAgain(grants.get(grant.reference()), by);
        orders.save(order);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Rättad betalning kontrollerad: " + verification);
    }

    public void mendAgain(MilestoneKey key, String note, Actor by) {
        var order = orders.lock(key);
        order.mendAgain(note, by);
        orders.save(order);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Rättad betalning återlämnad: " + note);
    }

    /** Gives up a rejected payment: the same order is prepared again. */
    public void giveUp(MilestoneKey key, String note, Actor by) {
        var order = orders.lock(key);
        refusePaid(key);
        order.cancel(note, by, clock.instant());
        orders.save(order);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Betalningen avbruten: " + note);
    }

    /** Tells the process that ordered the payment how it ended. */
    public void finish(MilestoneKey key) {
        var order = orders.lock(key);
        PaymentRefused.unless(
                order.status() == OrderStatus.SETTLED || order.status() == OrderStatus.CANCELLED,
                "Betalningen " + key + " är inte avslutad.");
        events.publishEvent(new PaymentOrder.Finished(key, key, order.status().name()));
    }

    private void refusePaid(MilestoneKey key) {
        PaymentRefused.unless(
                receipts.settledAnyway(key).isEmpty(),
                "Bankens svar visar att betalningen redan är gjord. Kontrollera med banken och välj att den är"
                        + " betald.");
    }

    /** The first moment, Swedish time, after the last day on which the answer is expected. */
    private Instant traceFrom() {
        var last = bankDays.after(SwedishDate.on(clock.instant()), limits.of(Limit.PAYMENT_TRACE));
        return SwedishDate.endOf(last);
    }
}
