package se.tidig.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The payment orders, by the key of the milestone that they pay. */
public interface PaymentOrders extends Repository<PaymentOrder, String> {

    PaymentOrder save(PaymentOrder order);

    Optional<PaymentOrder> findById(String key);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PaymentOrder> findLockedByKey(String key);

    List<PaymentOrder> findByReferenceOrderByKey(String reference);

    Optional<PaymentOrder> findFirstByPayingBoardOrderByPreparedAtDesc(String payingBoard);

    default Optional<PaymentOrder> find(String key) {
        return findById(key);
    }

    /** @throws PaymentRefused if there is no such order */
    default PaymentOrder get(String key) {
        return findById(key).orElseThrow(() -> unknown(key));
    }

    /**
     * The order with its row locked until the transaction ends, so that waiter and sender take turns. A caller that
     * also locks the grant locks the grant first.
     */
    default PaymentOrder lock(String key) {
        return findLockedByKey(key).orElseThrow(() -> unknown(key));
    }

    private static PaymentRefused unknown(String key) {
        return new PaymentRefused("Det finns ingen betalning " + key + ". Kontrollera betalningsnumret.");
    }
}
