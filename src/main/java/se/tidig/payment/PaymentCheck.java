package se.tidig.payment;

import java.time.Instant;
import java.util.List;
import se.tidig.MilestoneKey;

/**
 * One check of a payment's conditions.
 *
 * @param outcome what the process does next
 * @param findings the table's result
 * @param facts the facts that were checked, except the day, as JSON
 */
public record PaymentCheck(
        MilestoneKey milestone, Instant checkedAt, Outcome outcome, List<PaymentFinding> findings, String facts) {

    /** What follows from the findings that are not yet settled. */
    public enum Outcome {
        /** The payment waits until another day. */
        WAIT,
        /** A person investigates whether 15 b § applies. */
        OBSTACLE,
        /** Finance can prepare the payment. */
        READY
    }
}
