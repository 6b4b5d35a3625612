package se.tidig.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import se.tidig.MilestoneKey;
import se.tidig.Reference;

/** The questions of obstacle to payment, by the milestone whose payment they concern. */
public interface PaymentObstacles extends Repository<PaymentObstacle, Long> {

    PaymentObstacle save(PaymentObstacle obstacle);

    List<PaymentObstacle> findByMilestoneOrderById(MilestoneKey milestone);

    List<PaymentObstacle> findByReferenceOrderById(Reference reference);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<PaymentObstacle> findLockedByMilestoneOrderById(MilestoneKey milestone);

    /** The latest question of the milestone. */
    default Optional<PaymentObstacle> latest(MilestoneKey milestone) {
        return last(findByMilestoneOrderById(milestone));
    }

    /**
     * The open question, locked until the transaction ends.
     *
     * @throws PaymentRefused if none is open
     */
    default PaymentObstacle lockOpen(MilestoneKey milestone) {
        return last(findLockedByMilestoneOrderById(milestone))
                .filter(PaymentObstacle::isOpen)
                .orElseThrow(() -> new PaymentRefused("Inget hinder mot utbetalningen " + milestone + " utreds."));
    }

    private static Optional<PaymentObstacle> last(List<PaymentObstacle> all) {
        return all.stream().reduce((first, second) -> second);
    }
}
