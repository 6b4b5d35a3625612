package se.tidig.assessment.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.assessment.Recusal;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;

/** Puts a question of a conflict of interest before the head of unit of the board that has the task (18 §). */
@Component
class ConflictQuestionStarter {

    private final Waiters waiters;

    ConflictQuestionStarter(Waiters waiters) {
        this.waiters = waiters;
    }

    @EventListener
    void on(Recusal.Questioned questioned) {
        waiters.start(
                Message.CONFLICT_QUESTIONED,
                questioned.reference().value(),
                Map.of(Variable.REFERENCE, questioned.reference().value(), Variable.BOARD, questioned.board()));
    }
}
