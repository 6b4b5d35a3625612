package se.tidig.call.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.call.CallService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Öppna utlysningen", reads = Variable.REFERENCE)
class PublishCall implements JavaDelegate {

    private final CallService calls;

    PublishCall(CallService calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.publish(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
    }
}
