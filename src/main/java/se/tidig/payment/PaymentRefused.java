package se.tidig.payment;

import se.tidig.form.Rejected;

/**
 * An act that the payment's state or the limits of the law do not allow. The Swedish message says why and what to do.
 */
public class PaymentRefused extends Rejected {

    public PaymentRefused(String message) {
        super("", message);
    }

    static void unless(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new PaymentRefused(otherwise);
        }
    }
}
