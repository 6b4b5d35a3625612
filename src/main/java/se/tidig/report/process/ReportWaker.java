package se.tidig.report.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.report.Report;

/** Wakes the process that awaits a report, in the transaction that received it. */
@Component
class ReportWaker {

    private final Waiters waiters;

    ReportWaker(Waiters waiters) {
        this.waiters = waiters;
    }

    @EventListener
    void on(Report.Submitted submitted) {
        waiters.wake(Message.REPORT_SUBMITTED, submitted.milestone().toString());
    }

    @EventListener
    void on(Report.Completed completed) {
        // Reports begun before version 1.2.0 of {@code report} wait for one message for both.
        if (!waiters.wake(Message.REPORT_COMPLETED, completed.milestone().toString())) {
            waiters.wake(Message.REPORT_SUBMITTED, completed.milestone().toString());
        }
    }
}
