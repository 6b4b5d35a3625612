package se.tidig.payment;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.engine.EarlyEnd;
import se.tidig.form.Rejected;

/**
 * If a grant is ended early, its payments that nobody has approved are cancelled. A grant cannot be ended while money
 * may be on its way: nobody would then handle the bank's answer.
 */
@Component
@Transactional
class EndPayments implements EarlyEnd {

    private static final Set<OrderStatus> OVER = EnumSet.of(OrderStatus.SETTLED, OrderStatus.CANCELLED);

    private final PaymentOrders orders;

    EndPayments(PaymentOrders orders) {
        this.orders = orders;
    }

    @Override
    public String process() {
        return "grant";
    }

    @Override
    public void end(Reference reference, Actor actor) {
        for (var found : orders.findByReferenceOrderByKey(reference)) {
            var order = orders.lock(found.key());
            if (OVER.contains(order.status())) {
                continue;
            }
            if (!order.isUnapproved()) {
                throw new Rejected(
                        "",
                        "Betalningen %s är på väg (%s). Slutför eller avbryt den i dess egna uppgifter först."
                                .formatted(order.key(), order.status().swedish().toLowerCase()));
            }
            order.drop();
            orders.save(order);
        }
    }
}
