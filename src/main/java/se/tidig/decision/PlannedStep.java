package se.tidig.decision;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Sek;

/**
 * A step of the plan that a proposal or a decision states: a payment or a report (13 and 14 §§ of ordinance
 * 2016:1364).
 *
 * @param amount the sum to pay, SEK; zero for a report
 * @param due a payment: first day it may be paid; a report: last day to report
 * @param latest a payment: last day it may be paid; null if there is none
 */
@Table(schema = "tidig", name = "planned_step")
public record PlannedStep(StepKind kind, Sek amount, LocalDate due, LocalDate latest) {

    /** The step of a decision made on the given day: no payment is due before the decision. */
    PlannedStep decidedOn(LocalDate day) {
        return kind.isReport() || !due.isBefore(day) ? this : new PlannedStep(kind, amount, day, latest);
    }
}
