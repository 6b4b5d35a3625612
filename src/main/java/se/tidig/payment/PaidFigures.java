package se.tidig.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.call.CallFigures;
import se.tidig.grant.Grants;

/** How many payments of a call the bank has settled, and their sum; empty before the first. */
@Component
class PaidFigures implements CallFigures {

    private final Grants grants;
    private final PaymentOrders orders;

    PaidFigures(Grants grants, PaymentOrders orders) {
        this.grants = grants;
        this.orders = orders;
    }

    @Override
    public List<Figure> of(Reference call) {
        var settled = grants.findByCallOrderByReference(call).stream()
                .flatMap(grant -> orders.findByReferenceOrderByKey(grant.reference()).stream())
                .filter(order -> order.status() == OrderStatus.SETTLED)
                .map(PaymentOrder::amount)
                .toList();
        return settled.isEmpty()
                ? List.of()
                : List.of(
                        new Figure(Stage.PAID, settled.size(), settled.stream().reduce(Sek.ZERO, Sek::plus)));
    }
}
