package se.tidig.payment;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tidig.engine.ConditionalOnRole;

/** Looks for receipts every half minute, where workers run; {@code tidig.payments.poll} sets another pause. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnRole("worker")
class ReceiptPoller {

    private final ReceiptIntake intake;

    ReceiptPoller(ReceiptIntake intake) {
        this.intake = intake;
    }

    @Scheduled(initialDelayString = "${tidig.payments.poll:PT30S}", fixedDelayString = "${tidig.payments.poll:PT30S}")
    void poll() {
        intake.read();
    }
}
