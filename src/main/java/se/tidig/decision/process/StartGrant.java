package se.tidig.decision.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.engine.Delegate;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;

@Delegate(
        name = "Starta bidraget",
        reads = {Variable.REFERENCE, Variable.BOARD, Variable.CALL},
        starts = Message.APPLICATION_GRANTED)
class StartGrant implements JavaDelegate {

    private final Waiters waiters;

    StartGrant(Waiters waiters) {
        this.waiters = waiters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        waiters.start(
                Message.APPLICATION_GRANTED,
                reference.value(),
                Map.of(
                        Variable.REFERENCE, reference.value(),
                        Variable.BOARD, execution.getVariable(Variable.BOARD),
                        Variable.CALL, execution.getVariable(Variable.CALL)));
    }
}
