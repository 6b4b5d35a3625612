package se.tidig.mypages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.grant.Grant;
import se.tidig.grant.Milestone;
import se.tidig.mypages.OwnMilestone.State;
import se.tidig.payment.OrderStatus;
import se.tidig.payment.PaymentOrder;
import se.tidig.payment.PaymentOrders;
import se.tidig.report.Report;
import se.tidig.report.Reports;

/** Reads the payments and reports of a party's grant. */
@Component
@Transactional(readOnly = true)
public class OwnGrantReader {

    private final PaymentOrders orders;
    private final Reports reports;

    OwnGrantReader(PaymentOrders orders, Reports reports) {
        this.orders = orders;
        this.reports = reports;
    }

    public List<OwnMilestone> payments(Grant grant) {
        return grant.milestones().stream()
                .filter(milestone -> !milestone.kind().isReport())
                .map(this::payment)
                .toList();
    }

    private OwnMilestone payment(Milestone milestone) {
        var settled = orders.find(milestone.key()).filter(order -> order.status() == OrderStatus.SETTLED);
        var paid = milestone.status() == Milestone.Status.PAID;
        return new OwnMilestone(
                milestone.kind(),
                paid ? milestone.paid() : milestone.amount(),
                milestone.due(),
                switch (milestone.status()) {
                    case PAID -> State.PAID;
                    case WITHHELD -> State.WITHHELD;
                    case OPEN -> State.HANDLED;
                    default -> State.PLANNED;
                },
                settled.map(PaymentOrder::settledOn).filter(day -> paid).orElse(null),
                settled.filter(order -> paid)
                        .map(order -> order.giro().toString())
                        .orElse(null));
    }

    public List<OwnMilestone> reports(Grant grant) {
        return grant.milestones().stream()
                .filter(milestone -> milestone.kind().isReport())
                .map(this::report)
                .toList();
    }

    private OwnMilestone report(Milestone milestone) {
        var report = reports.find(milestone.key());
        return new OwnMilestone(
                milestone.kind(),
                Sek.ZERO,
                report.filter(found -> found.status() == Report.State.AWAITING_COMPLETION)
                        .map(Report::completionDeadline)
                        .orElse(milestone.due()),
                state(milestone, report),
                report.map(Report::submittedAt).map(SwedishDate::on).orElse(null),
                null);
    }

    /** The result of a review is told when the milestone is finished; until then the report is being reviewed. */
    private static State state(Milestone milestone, Optional<Report> report) {
        return switch (milestone.status()) {
            case ACCEPTED -> State.ACCEPTED;
            case NOT_ACCEPTED -> State.NOT_ACCEPTED;
            default ->
                report.map(found -> switch (found.status()) {
                            case AWAITED -> State.AWAITED;
                            case AWAITING_COMPLETION -> State.INCOMPLETE;
                            default -> State.RECEIVED;
                        })
                        .orElse(State.PLANNED);
        };
    }
}
