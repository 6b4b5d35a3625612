package se.tidig.mypages;

import java.time.LocalDate;
import se.tidig.Sek;
import se.tidig.decision.StepKind;

/**
 * A payment or a report of a party's grant.
 *
 * @param amount to pay; zero for a report
 * @param due a payment: first day; a report: last day
 * @param on when it was paid, or when the report came in; null before that
 * @param account that was paid to; null before that, and for a report
 */
public record OwnMilestone(StepKind kind, Sek amount, LocalDate due, State state, LocalDate on, String account) {

    /** How far it has come, in what a party may be told. */
    public enum State {
        PLANNED,
        HANDLED,
        PAID,
        WITHHELD,
        AWAITED,
        RECEIVED,
        INCOMPLETE,
        ACCEPTED,
        NOT_ACCEPTED
    }
}
