package se.tidig.decision.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.decision.DecidedCallService;
import se.tidig.decision.Decision;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;

/** Wakes the processes that wait for a case to be decided, in the transaction of the decision. */
@Component
class DecisionWaker {

    private final Waiters waiters;
    private final DecidedCallService decisions;

    DecisionWaker(Waiters waiters, DecidedCallService decisions) {
        this.waiters = waiters;
        this.decisions = decisions;
    }

    @EventListener
    void made(Decision.Made decision) {
        waiters.wake(Message.APPLICATION_DECIDED, decision.reference().value());
        tellCall(decision.call());
    }

    @EventListener
    void ended(Application.Ended application) {
        tellCall(application.call());
    }

    private void tellCall(Reference call) {
        if (decisions.isAllDecided(call)) {
            waiters.wake(Message.CALL_ALL_DECIDED, call.value());
        }
    }
}
