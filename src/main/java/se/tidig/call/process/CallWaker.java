package se.tidig.call.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.call.Call;
import se.tidig.engine.Message;
import se.tidig.engine.Waiters;

/** Wakes a call's process when the closing that it waits for was moved. */
@Component
class CallWaker {

    private final Waiters waiters;

    CallWaker(Waiters waiters) {
        this.waiters = waiters;
    }

    @EventListener
    void on(Call.ClosingMoved moved) {
        waiters.wake(
                Message.CALL_CLOSING_MOVED,
                moved.reference().value(),
                Map.of("closesAt", moved.closesAt().toString()));
    }
}
