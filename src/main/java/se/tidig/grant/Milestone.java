package se.tidig.grant;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;

/**
 * One step of a grant's plan: a payment or a report.
 *
 * @param key the grant's reference and the step's number, {@code K-2026-2-017-M1}
 * @param number from 1, the order in which the steps are taken
 * @param kind payment or report
 * @param amount the sum to pay, SEK; zero for a report
 * @param due a payment: first day it may be paid; a report: last day to report (14 §)
 * @param latest a payment: last day, the end of the budget year the money belongs to; null if there is none
 * @param status how far it has come
 * @param paid the sum that was paid, SEK; less than the amount if the board withheld a part (15 b §)
 * @param finishedAt null until it is finished
 */
@Table(schema = "tidig", value = "milestone")
public record Milestone(
        @Id MilestoneKey key,
        int number,
        StepKind kind,
        Sek amount,
        LocalDate due,
        LocalDate latest,
        Status status,
        Sek paid,
        Instant finishedAt) {

    /** How far the step has come, and how it ended. */
    public enum Status {
        PLANNED("Planerad"),
        OPEN("Pågår"),
        PAID("Utbetald"),
        WITHHELD("Inte utbetald"),
        ACCEPTED("Godkänd"),
        NOT_ACCEPTED("Inte godkänd");

        private final String swedish;

        Status(String swedish) {
            this.swedish = swedish;
        }

        public String swedish() {
            return swedish;
        }
    }

    /** A step of a decided plan that has not begun. */
    static Milestone planned(Reference reference, int number, PlannedStep step) {
        return new Milestone(
                new MilestoneKey(reference, number),
                number,
                step.kind(),
                step.amount(),
                step.due(),
                step.latest(),
                Status.PLANNED,
                Sek.ZERO,
                null);
    }

    /** The path that a process takes for it: {@code PAYMENT} or {@code REPORT}. */
    public String route() {
        return kind.isReport() ? "REPORT" : "PAYMENT";
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    Milestone open() {
        return new Milestone(key, number, kind, amount, due, latest, Status.OPEN, paid, null);
    }

    Milestone finish(Status how, Sek paidOut, Instant at) {
        return new Milestone(key, number, kind, amount, due, latest, how, paidOut, at);
    }

    Milestone due(LocalDate day) {
        return new Milestone(key, number, kind, amount, day, latest, status, paid, finishedAt);
    }
}
