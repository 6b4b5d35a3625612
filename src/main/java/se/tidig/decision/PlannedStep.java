package se.tidig.decision;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Sek;

/**
 * A step of the plan that a proposal or a decision states: a payment or a report (13 and 14 §§ of ordinance 2016:1364).
 *
 * @param amount what is to be paid, SEK; zero for a report
 * @param due a payment: first day it may be paid; a report: last day to report
 * @param latest a payment: last day it may be paid; null where there is none
 */
@Table(schema = "tidig", name = "planned_step")
public record PlannedStep(StepKind kind, Sek amount, LocalDate due, LocalDate latest) {

    /** The same step of a decision made on the day: nothing is paid before it is decided. */
    PlannedStep decidedOn(LocalDate day) {
        return kind.isReport() || !due.isBefore(day) ? this : new PlannedStep(kind, amount, day, latest);
    }
}
