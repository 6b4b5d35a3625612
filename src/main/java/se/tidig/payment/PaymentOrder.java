package se.tidig.payment;

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
import static se.tidig.payment.PaymentRefused.unless;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.grant.Grant;
import se.tidig.organisation.Giro;
import se.tidig.payment.PaymentAttempt.Answer;

/**
 * The order to pay one milestone. There is one per milestone, however often a step is retried. It guards its states:
 * a person other than the preparer approves it, an attempt leads to at most one voucher, and a settled order is never
 * sent again.
 */
@Table(schema = "tidig", value = "payment_order")
public class PaymentOrder {

    /** The order is ready to be paid: the process of the paying board starts. */
    public record Ordered(MilestoneKey key, Reference reference, String payingBoard) {}

    /** The bank has answered. */
    public record Answered(MilestoneKey key, Answer answer) {}

    /** The process of the order has ended; the result is {@code SETTLED} or {@code CANCELLED}. */
    public record Finished(MilestoneKey key, MilestoneKey milestone, String result) {}

    @Id
    private MilestoneKey key;

    @Version
    private Integer version;

    private Reference reference;
    private String board;
    private String payingBoard;
    private String payee;
    private String organisationNumber;
    private Sek amount;
    private String giro;
    private String giroHolder;

    @Embedded.Nullable(prefix = "ledger_")
    private LedgerCoding coding;

    private OrderStatus status;
    private int attempt;
    private Actor preparedBy;
    private Instant preparedAt;
    private String preparedNote;
    private Actor approvedBy;
    private Instant approvedAt;
    private String returnReason;
    private Instant traceFrom;
    private String traceNote;
    private Actor mendedBy;
    private Instant mendedAt;
    private String mendNote;
    private boolean newAccount;
    private LocalDate settledOn;

    @MappedCollection(idColumn = "order_key")
    private Set<PaymentAttempt> attempts = new HashSet<>();

    private PaymentOrder() {}

    static PaymentOrder of(MilestoneKey milestone, Grant grant) {
        var order = new PaymentOrder();
        order.key = milestone;
        order.status = NEW;
        order.reference = grant.reference();
        order.board = grant.board();
        order.payingBoard = grant.payingBoard();
        order.payee = grant.recipient();
        order.organisationNumber = grant.organisationNumber();
        return order;
    }

    /** Prepares the order, or prepares it again if it was returned or its payment was given up. */
    void prepare(Sek sum, Grant grant, LedgerCoding ledger, String note, Actor by, Instant at) {
        unless(
                Set.of(NEW, PREPARED, RETURNED, CANCELLED).contains(status),
                inStatus() + " och kan inte förberedas igen.");
        amount = sum;
        takeAccount(grant);
        coding = ledger;
        status = PREPARED;
        preparedBy = by;
        preparedAt = at;
        preparedNote = note;
        approvedBy = null;
        approvedAt = null;
        returnReason = null;
    }

    void approve(Actor by, Instant at) {
        unless(status == PREPARED, inStatus() + " och kan inte attesteras.");
        unless(
                !by.equals(preparedBy),
                "Den som har förberett utbetalningen kan inte attestera den. En annan person måste göra det.");
        status = APPROVED;
        approvedBy = by;
        approvedAt = at;
    }

    void sendBack(String reason, Actor by) {
        unless(status == PREPARED, inStatus() + " och kan inte återlämnas.");
        unless(
                !by.equals(preparedBy),
                "Den som har förberett utbetalningen kan inte granska den. En annan person måste göra det.");
        status = RETURNED;
        returnReason = reason;
    }

    /** Releases the approved order. */
    void order() {
        unless(status == APPROVED, inStatus() + ". Den ska vara attesterad för att skickas.");
        nextAttempt(approvedBy);
    }

    private void nextAttempt(Actor decidedBy) {
        attempt++;
        attempts.add(PaymentAttempt.of(attempt, giro, amount, decidedBy));
        status = READY;
    }

    /** The voucher is made and is about to be handed over; from now on the attempt is not made again. */
    void exporting(String hash) {
        unless(status == READY, inStatus() + " och ska inte skickas.");
        status = EXPORTING;
        replace(current().withHash(hash));
    }

    void exported(Instant at, Instant traceWhenSilent) {
        unless(status == EXPORTING, inStatus() + " och skickas inte.");
        status = EXPORTED;
        traceFrom = traceWhenSilent;
        replace(current().exported(at));
    }

    void answer(Answer answer, LocalDate on, String reason) {
        unless(Set.of(EXPORTING, EXPORTED).contains(status), inStatus() + " och väntar inte på svar.");
        status = answer == Answer.SETTLED ? SETTLED : REJECTED;
        settledOn = answer == Answer.SETTLED ? on : null;
        replace(current().answered(answer, on, reason));
    }

    /** Cancels the attempt. */
    void holdBack(LocalDate on, String reason) {
        unless(status == READY, inStatus() + " och kan inte hållas inne.");
        status = REJECTED;
        replace(current().answered(Answer.REJECTED, on, reason));
    }

    /** No answer has come; a person looks again later. */
    void keepWaiting(Instant until, String note) {
        unless(status == EXPORTED, inStatus() + " och väntar inte på svar.");
        traceFrom = until;
        traceNote = note;
    }

    /** Corrects a rejected payment, with another account or unchanged. */
    void mend(boolean account, String note, Actor by, Instant at) {
        unless(status == REJECTED, inStatus() + " och ska inte åtgärdas.");
        status = MENDED;
        newAccount = account;
        mendNote = note;
        mendedBy = by;
        mendedAt = at;
    }

    /** A person other than the one who corrected it releases it again, to the account that is now verified. */
    void sendAgain(Grant grant, Actor by) {
        unless(status == MENDED, inStatus() + " och kan inte skickas igen.");
        otherThanMender(by);
        takeAccount(grant);
        nextAttempt(by);
    }

    void mendAgain(String note, Actor by) {
        unless(status == MENDED, inStatus() + " och kan inte återlämnas.");
        otherThanMender(by);
        status = REJECTED;
        mendNote = note;
    }

    /** Whether nobody has approved the order, so that no money can be on its way. */
    boolean isUnapproved() {
        return Set.of(NEW, PREPARED, RETURNED).contains(status);
    }

    /** The grant was ended before the payment was approved. */
    void drop() {
        unless(isUnapproved(), inStatus() + " och kan inte strykas.");
        status = CANCELLED;
    }

    void cancel(String note, Actor by, Instant at) {
        unless(status == REJECTED, inStatus() + ". Bara en betalning som inte gick igenom kan avbrytas.");
        status = CANCELLED;
        mendNote = note;
        mendedBy = by;
        mendedAt = at;
    }

    /** A receipt shows that the money reached the payee, although the order was recorded otherwise. */
    void foundPaid(LocalDate on) {
        unless(
                Set.of(REJECTED, CANCELLED, RETURNED, PREPARED).contains(status),
                inStatus() + " och väntar inte på detta.");
        status = SETTLED;
        settledOn = on;
    }

    private void otherThanMender(Actor by) {
        unless(
                !by.equals(mendedBy),
                "Den som har åtgärdat betalningen kan inte kontrollera den. En annan person måste göra det.");
    }

    private void takeAccount(Grant grant) {
        unless(
                grant.payeeVerified() && grant.giro().isPresent(),
                "Kontot är inte kontrollerat. Kontrollera kontot innan något betalas ut.");
        giro = grant.giro().orElseThrow().toString();
        giroHolder = grant.giroHolder();
    }

    private void replace(PaymentAttempt changed) {
        attempts.removeIf(one -> one.number() == changed.number());
        attempts.add(changed);
    }

    private String inStatus() {
        return "Betalningen har status \"" + status.swedish() + "\"";
    }

    /** The key of the milestone. */
    public MilestoneKey key() {
        return key;
    }

    public Reference reference() {
        return reference;
    }

    /** County letter of the board that pays. */
    public String payingBoard() {
        return payingBoard;
    }

    public String payee() {
        return payee;
    }

    /** Ten digits. */
    public String organisationNumber() {
        return organisationNumber;
    }

    /** The sum to pay, SEK: the milestone's amount less what a decision withholds (15 b §). */
    public Sek amount() {
        return amount;
    }

    public Giro giro() {
        return Giro.parse(giro);
    }

    public LedgerCoding coding() {
        return coding;
    }

    public OrderStatus status() {
        return status;
    }

    /** The number of the latest attempt; 0 before the order is first sent. */
    public int attempt() {
        return attempt;
    }

    public PaymentAttempt current() {
        return attempts().stream()
                .filter(one -> one.number() == attempt)
                .findFirst()
                .orElseThrow();
    }

    public List<PaymentAttempt> attempts() {
        return attempts.stream()
                .sorted(Comparator.comparingInt(PaymentAttempt::number))
                .toList();
    }

    public Actor preparedBy() {
        return preparedBy;
    }

    public Instant preparedAt() {
        return preparedAt;
    }

    public String preparedNote() {
        return preparedNote;
    }

    public Actor approvedBy() {
        return approvedBy;
    }

    /** Why the approver sent it back; null if it was not sent back. */
    public String returnReason() {
        return returnReason;
    }

    /** When a person traces a payment that has no answer; null until the order is sent. */
    public Instant traceFrom() {
        return traceFrom;
    }

    public Actor mendedBy() {
        return mendedBy;
    }

    public String mendNote() {
        return mendNote;
    }

    /** Whether the correction named another account. */
    public boolean newAccount() {
        return newAccount;
    }

    /** The day of payment; null until the order is paid. */
    public LocalDate settledOn() {
        return settledOn;
    }
}
