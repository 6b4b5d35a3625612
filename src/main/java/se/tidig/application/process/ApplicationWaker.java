package se.tidig.application.process;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.application.Application;
import se.tidig.application.AssessedCallService;
import se.tidig.application.Confirmation;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;
import se.tidig.journal.EventKind;

/** Wakes the processes that wait for an event of an application, in the transaction of the event. */
@Component
class ApplicationWaker {

    /** The events beside the handling, and the message of each. */
    static final Map<EventKind, String> MESSAGES = Map.of(
            EventKind.WITHDRAWAL, Message.APPLICATION_WITHDRAWN,
            EventKind.SUPPLEMENT, Message.APPLICATION_SUPPLEMENTED,
            EventKind.APPEAL, Message.APPLICATION_SUPPLEMENTED,
            EventKind.CHANGE, Message.APPLICATION_CHANGE_NOTIFIED,
            EventKind.DECISION_DEMAND, Message.APPLICATION_DECISION_DEMANDED);

    private final Waiters waiters;
    private final AssessedCallService settled;
    private final ApplicationEventPublisher events;

    ApplicationWaker(Waiters waiters, AssessedCallService settled, ApplicationEventPublisher events) {
        this.waiters = waiters;
        this.settled = settled;
        this.events = events;
    }

    @EventListener
    void start(Application.Submitted event) {
        waiters.start(Message.APPLICATION_SUBMITTED, event.reference().value(), variables(event));
    }

    @EventListener
    void withdrawn(Application.Withdrawn event) {
        waiters.wake(Message.APPLICATION_WITHDRAWN, event.reference().value());
    }

    @EventListener
    void supplemented(Application.Supplemented event) {
        waiters.wake(Message.APPLICATION_SUPPLEMENTED, event.reference().value());
    }

    @EventListener
    void changeNotified(Application.ChangeNotified event) {
        waiters.wake(Message.APPLICATION_CHANGE_NOTIFIED, event.reference().value());
    }

    @EventListener
    void decisionDemanded(Application.DecisionDemanded event) {
        waiters.wake(Message.APPLICATION_DECISION_DEMANDED, event.reference().value());
    }

    @EventListener
    void completed(Application.Completed event) {
        waiters.wake(Message.APPLICATION_COMPLETED, event.reference().value());
    }

    @EventListener
    void countersigned(Application.Countersigned event) {
        // A case that waits for other answers too goes on waiting for them.
        if (event.asked()
                || !waiters.wake(
                        Message.APPLICATION_COMPLETED, event.reference().value())) {
            events.publishEvent(new Application.Supplemented(event.reference()));
        }
    }

    @EventListener
    void moreTimeRequested(Application.MoreTimeRequested event) {
        // No process waits for the party, or the case runs on a model without the step: the officer of the case reads
        // it.
        if (!waiters.wake(Message.PARTY_MORE_TIME_REQUESTED, event.businessKey())) {
            events.publishEvent(new Application.Supplemented(event.reference()));
        }
    }

    @EventListener
    void confirmed(Confirmation.Given event) {
        waiters.wake(Message.SENDER_CONFIRMED, SenderConfirmationForm.businessKey(event.reference(), event.number()));
    }

    @EventListener
    void replied(Application.Replied event) {
        waiters.wake(Message.APPLICATION_REPLIED, event.reference().value());
    }

    @EventListener
    void settled(Application.Settled event) {
        if (settled.isAllAssessed(event.call())) {
            waiters.wake(Message.CALL_ALL_ASSESSED, event.call().value());
        }
    }

    private static Map<String, Object> variables(Application.Submitted event) {
        return Map.of(
                Variable.REFERENCE,
                event.reference().value(),
                Variable.CALL,
                event.call().value(),
                Variable.BOARD,
                event.board());
    }
}
