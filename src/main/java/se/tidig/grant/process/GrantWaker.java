package se.tidig.grant.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.application.Application;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;
import se.tidig.grant.ClosedCallService;
import se.tidig.grant.Grant;
import se.tidig.grant.GrantChange;

/** Wakes the processes that wait for an event of a grant, in the transaction of the event. */
@Component
class GrantWaker {

    private final Waiters waiters;
    private final ClosedCallService closing;

    GrantWaker(Waiters waiters, ClosedCallService closing) {
        this.waiters = waiters;
        this.closing = closing;
    }

    @EventListener
    void on(Grant.Answered answered) {
        waiters.wake(Message.GRANT_CONFIRMED, answered.reference().value());
    }

    @EventListener
    void on(GrantChange.Requested requested) {
        waiters.wake(Message.GRANT_CHANGE_REQUESTED, requested.reference().value());
    }

    @EventListener
    void on(GrantChange.Notified notified) {
        waiters.wake(Message.GRANT_CHANGE_NOTIFIED, notified.reference().value());
    }

    /** A document that no process waits for is put before the officer of the grant. */
    @EventListener
    void on(Application.Supplemented supplemented) {
        waiters.wake(Message.GRANT_SUPPLEMENTED, supplemented.reference().value());
    }

    @EventListener
    void on(Grant.Closed closed) {
        if (closing.allClosed(closed.call())) {
            waiters.wake(Message.CALL_ALL_CLOSED, closed.call().value());
        }
    }
}
