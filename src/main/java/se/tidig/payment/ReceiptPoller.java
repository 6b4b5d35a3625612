package se.tidig.payment;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;

/**
 * Looks for receipts every half minute on nodes that run workers; {@code tidig.payments.poll} sets another interval.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class ReceiptPoller {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptPoller.class);

    private final ReceiptIntakeService intake;
    private boolean away;

    ReceiptPoller(ReceiptIntakeService intake) {
        this.intake = intake;
    }

    @Scheduled(initialDelayString = "${tidig.payments.poll:PT30S}", fixedDelayString = "${tidig.payments.poll:PT30S}")
    void poll() {
        try {
            intake.read();
            away = false;
        } catch (UncheckedIOException e) {
            // Logged once: a shared folder that is unavailable for a night would fill the log.
            if (!away) {
                LOG.error("{}", e.getMessage());
            }
            away = true;
        }
    }
}
