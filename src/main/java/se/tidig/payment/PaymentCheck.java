package se.tidig.payment;

import java.time.Instant;
import java.util.List;

/**
 * One check of a payment's conditions.
 *
 * @param outcome what follows
 * @param findings what the table said
 * @param facts of what, but for the day, as JSON
 */
public record PaymentCheck(
        String milestone, Instant checkedAt, Outcome outcome, List<PaymentFinding> findings, String facts) {

    /** What follows from the findings that nobody has settled yet. */
    public enum Outcome {
        /** Nothing is to be done before another day. */
        WAIT,
        /** A person investigates whether 15 b § applies. */
        OBSTACLE,
        /** The payment can be prepared. */
        READY
    }
}
