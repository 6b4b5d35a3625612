package se.tidig.payment.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.PaymentObstacle;
import se.tidig.payment.PaymentOrder;
import se.tidig.payment.Receipt;

/** Starts and wakes the processes that wait for an event of a payment, in the transaction of the event. */
@Component
class PaymentWaker {

    private final Waiters waiters;

    PaymentWaker(Waiters waiters) {
        this.waiters = waiters;
    }

    @EventListener
    void on(PaymentOrder.Ordered ordered) {
        waiters.start(
                Message.PAYMENT_ORDERED,
                ordered.key().toString(),
                Map.of(
                        Variable.REFERENCE, ordered.reference().value(),
                        Variable.BOARD, ordered.payingBoard(),
                        Variable.ORDER, ordered.key().toString()));
    }

    @EventListener
    void on(Receipt.Returned returned) {
        waiters.start(
                Message.PAYMENT_RETURNED,
                returned.order().toString(),
                Map.of(
                        Variable.REFERENCE, returned.reference().value(),
                        Variable.BOARD, returned.payingBoard(),
                        Variable.ORDER, returned.order().toString()));
    }

    @EventListener
    void on(PaymentOrder.Answered answered) {
        waiters.wake(
                answered.answer() == Answer.SETTLED ? Message.PAYMENT_SETTLED : Message.PAYMENT_REJECTED,
                answered.key().toString());
    }

    @EventListener
    void on(PaymentOrder.Finished finished) {
        waiters.wake(
                Message.PAYMENT_FINISHED, finished.milestone().toString(), Map.of("paymentResult", finished.result()));
    }

    @EventListener
    void on(PaymentObstacle.Replied replied) {
        // Payments begun before version 1.2.0 of {@code disbursement} wait for the message under the application's
        // name.
        if (!waiters.wake(Message.PAYMENT_OBSTACLE_REPLIED, replied.milestone().toString())) {
            waiters.wake(Message.APPLICATION_REPLIED, replied.milestone().toString());
        }
    }
}
