package se.tidig.payment;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Sek;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.MilestoneService;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Prepares and approves the payment of a milestone, at the board that granted: one prepares, another approves. */
@Service
@Transactional
public class DisbursementService {

    private final Grants grants;
    private final PaymentOrders orders;
    private final PaymentConditionService conditions;
    private final ObstacleService obstacles;
    private final Receipts receipts;
    private final MilestoneService milestones;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisbursementService(
            Grants grants,
            PaymentOrders orders,
            PaymentConditionService conditions,
            ObstacleService obstacles,
            Receipts receipts,
            MilestoneService milestones,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.orders = orders;
        this.conditions = conditions;
        this.obstacles = obstacles;
        this.receipts = receipts;
        this.milestones = milestones;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Prepares the order of the milestone, or prepares it again. The amount is the milestone's less what decisions
     * withhold, and is never more than what is left of the grant.
     */
    public PaymentOrder prepare(MilestoneKey milestone, LedgerCoding coding, String note, Actor by) {
        var grant = grants.lock(milestone.reference());
        refusePaid(milestone);
        var order = orders.findLockedByKey(milestone).orElseGet(() -> PaymentOrder.of(milestone, grant));
        order.prepare(payable(grant, milestone), grant, coding, note, by, clock.instant());
        journal.note(grant.reference(), EventKind.PAYMENT, by, "Utbetalning av " + order.amount() + " förberedd.");
        return orders.save(order);
    }

    /** Approves the payment, if nothing has changed since the conditions were checked and the payment was prepared. */
    public void approve(MilestoneKey milestone, Actor by) {
        var grant = grants.lock(milestone.reference());
        refusePaid(milestone);
        var order = orders.lock(milestone);
        order.approve(by, clock.instant());
        PaymentRefused.unless(
                grant.payeeVerified()
                        && grant.giro().filter(order.giro()::equals).isPresent(),
                "Kontot har ändrats eller är inte längre kontrollerat. Återlämna utbetalningen.");
        PaymentRefused.unless(
                order.amount().equals(payable(grant, milestone)),
                "Beloppet att betala ut är inte längre " + order.amount() + ". Återlämna utbetalningen.");
        PaymentRefused.unless(
                conditions.stillAsChecked(grant, milestone),
                "Något har ändrats sedan villkoren kontrollerades. Återlämna utbetalningen, så kontrolleras de på"
                        + " nytt.");
        orders.save(order);
        journal.note(grant.reference(), EventKind.PAYMENT, by, "Utbetalning av " + order.amount() + " attesterad.");
    }

    public void sendBack(MilestoneKey milestone, String reason, Actor by) {
        var order = orders.lock(milestone);
        order.sendBack(reason, by);
        orders.save(order);
        journal.note(order.reference(), EventKind.PAYMENT, by, "Utbetalning återlämnad av attestanten: " + reason);
    }

    /** Records that there is no money to pay with yet. Finance solves this; it is no obstacle under 15 b §. */
    public void noteLackOfMoney(MilestoneKey milestone, String note, Actor by) {
        journal.note(milestone.reference(), EventKind.PAYMENT, by, "Utbetalningen avvaktar medel. " + note);
    }

    public void noteMoneyAvailable(MilestoneKey milestone, String note, Actor by) {
        journal.note(milestone.reference(), EventKind.PAYMENT, by, "Medel finns för utbetalningen. " + note);
    }

    /** Hands the approved order to the paying board. */
    public void order(MilestoneKey milestone) {
        var order = orders.lock(milestone);
        order.order();
        orders.save(order);
        events.publishEvent(new PaymentOrder.Ordered(order.key(), order.reference(), order.payingBoard()));
    }

    /**
     * Tells how the payment ended: {@code SETTLED}, {@code CANCELLED}, or {@code PENDING} if it has not ended. Locks
     * the order until the transaction ends.
     */
    public String ask(MilestoneKey milestone) {
        return switch (orders.lock(milestone).status()) {
            case SETTLED -> "SETTLED";
            case CANCELLED -> "CANCELLED";
            default -> "PENDING";
        };
    }

    /** A receipt shows that a payment that was given up has been made. */
    public void foundPaid(MilestoneKey milestone, Actor by) {
        grants.lock(milestone.reference());
        var order = orders.lock(milestone);
        var receipt = receipts.settledAnyway(milestone)
                .orElseThrow(() -> new PaymentRefused(
                        "Inget svar från banken visar att utbetalningen är gjord. Förbered den, eller utred"
                                + " med banken."));
        order.foundPaid(receipt.dated());
        orders.save(order);
        milestones.paid(milestone, order.amount());
        journal.note(
                order.reference(),
                EventKind.PAYMENT,
                by,
                "Utbetalningen är gjord enligt svar från banken: " + order.amount());
    }

    private void refusePaid(MilestoneKey milestone) {
        PaymentRefused.unless(
                receipts.settledAnyway(milestone).isEmpty(),
                "Bankens svar visar att utbetalningen redan är gjord. Kontrollera med banken och välj att den är"
                        + " betald.");
    }

    /** The caller holds the lock on the grant. */
    private Sek payable(Grant grant, MilestoneKey milestone) {
        var step = grant.milestone(milestone);
        var sum = step.amount().minus(obstacles.withheld(milestone));
        PaymentRefused.unless(
                step.status() == Milestone.Status.OPEN && sum.isPositive(),
                "Delmomentet " + milestone + " har inget att betala ut. Kontrollera bidragets plan.");
        var under = orders.findByReferenceOrderByKey(grant.reference()).stream()
                .filter(order -> !order.key().equals(milestone) && order.status() != OrderStatus.SETTLED)
                .filter(order -> order.status() != OrderStatus.CANCELLED)
                .map(PaymentOrder::amount)
                .reduce(Sek.ZERO, Sek::plus);
        var left = grant.amount().minus(grant.paid()).minus(under);
        PaymentRefused.unless(
                sum.compareTo(left) <= 0,
                "Av bidraget återstår " + left + ", men " + sum + " skulle betalas ut. Kontrollera bidragets plan.");
        return sum;
    }
}
