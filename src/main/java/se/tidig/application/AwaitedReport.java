package se.tidig.application;

import java.time.LocalDate;
import java.util.Optional;
import se.tidig.Reference;

/** The report, or the completion of a report, that a case with a grant waits for. A later stage implements it. */
public interface AwaitedReport {

    /** The last day that the recipient was told; empty if the case waits for none. */
    Optional<LocalDate> dueOn(Reference reference);
}
