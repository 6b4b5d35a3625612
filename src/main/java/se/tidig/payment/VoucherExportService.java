package se.tidig.payment;

import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.tidig.MilestoneKey;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.decision.GrantDecisionService;

/**
 * Hands the voucher of an attempt to the ledger, once, also after crashes and retries:
 * <ol>
 * <li>the voucher is drafted in a folder that the ledger does not read,
 * <li>the order is recorded as being sent,
 * <li>the draft is moved, in one step, to the folder that the ledger reads,
 * <li>the order is recorded as sent.
 * </ol>
 * If an order is being sent and its draft is there, the voucher has not been handed over. If the draft is gone, it
 * has been, whether or not the ledger has fetched the file. So no second file is made for an attempt.
 */
@Service
public class VoucherExportService {

    private final PaymentOrders orders;
    private final PaymentService payments;
    private final LedgerExchange folders;
    private final Applications applications;
    private final GrantDecisionService decisions;
    private final JdbcClient jdbc;
    private final TransactionTemplate step;

    VoucherExportService(
            PaymentOrders orders,
            PaymentService payments,
            LedgerExchange folders,
            Applications applications,
            GrantDecisionService decisions,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.payments = payments;
        this.folders = folders;
        this.applications = applications;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the order's latest attempt, if it has not been sent.
     *
     * @throws IllegalStateException with a Swedish sentence if the folder cannot be written to
     */
    @Transactional
    public void send(MilestoneKey key) {
        // Two workers on one order take turns; each step below is a transaction of its own.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("export of " + key)
                .query(rows -> {});
        try {
            if (status(key) == OrderStatus.READY && !alone(() -> payments.holdBackPaid(key))) {
                draft(key);
            }
            if (status(key) == OrderStatus.EXPORTING) {
                handOver(key);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Betalningsunderlaget %s kan inte skrivas i mappen %s. Kontrollera att mappen finns, att Tidig får skriva i den och att disken inte är full, och försök igen. (%s)"
                            .formatted(key, folders.out(), e.getMessage()),
                    e);
        }
    }

    private void draft(MilestoneKey key) throws IOException {
        var voucher = alone(() -> voucher(orders.get(key)));
        folders.draft(voucher.filename(), voucher.file());
        alone(() -> {
            var order = orders.lock(key);
            order.exporting(voucher.hash());
            return orders.save(order);
        });
    }

    private void handOver(MilestoneKey key) throws IOException {
        var file = alone(() -> voucher(orders.get(key))).filename();
        if (folders.hasDraft(file)) {
            folders.handOver(file);
        }
        alone(() -> {
            payments.exported(key);
            return key;
        });
    }

    private OrderStatus status(MilestoneKey key) {
        return alone(() -> orders.get(key).status());
    }

    private <T> T alone(Supplier<T> work) {
        return step.execute(transaction -> work.get());
    }

    private Voucher voucher(PaymentOrder order) {
        var reference = order.reference();
        return new Voucher(
                order.key().toString(),
                order.attempt(),
                order.payee(),
                order.organisationNumber(),
                order.giro().kind().name().toLowerCase(),
                order.giro().number(),
                order.amount(),
                order.coding(),
                applications.find(reference).map(Application::diaryNumber).orElse(reference.value()),
                reference + " " + decisions.get(reference).decidedOn(),
                order.key().toString());
    }
}
