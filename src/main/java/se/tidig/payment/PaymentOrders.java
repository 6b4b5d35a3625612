package se.tidig.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import se.tidig.MilestoneKey;
import se.tidig.Reference;

/** The payment orders, by the key of the milestone that they pay. */
public interface PaymentOrders extends Repository<PaymentOrder, MilestoneKey> {

    PaymentOrder save(PaymentOrder order);

    Optional<PaymentOrder> findById(MilestoneKey key);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PaymentOrder> findLockedByKey(MilestoneKey key);

    List<PaymentOrder> findByReferenceOrderByKey(Reference reference);

    Optional<PaymentOrder> findFirstByPayingBoardOrderByPreparedAtDesc(String payingBoard);

    default Optional<PaymentOrder> find(MilestoneKey key) {
        return findById(key);
    }

    /** @throws PaymentRefused if there is no such order */
    default PaymentOrder get(MilestoneKey key) {
        return findById(key).orElseThrow(() -> unknown(key));
    }

    /**
     * The order with its row locked until the transaction ends, so that waiter and sender take turns. A caller that
     * also locks the grant locks the grant first.
     */
    default PaymentOrder lock(MilestoneKey key) {
        return findLockedByKey(key).orElseThrow(() -> unknown(key));
    }

    private static PaymentRefused unknown(MilestoneKey key) {
        return new PaymentRefused("Det finns ingen betalning " + key + ". Kontrollera betalningsnumret.");
    }
}
