package se.tidig.call.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.call.CallService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Publicera resultatet", reads = Variable.REFERENCE)
class PublishOutcome implements JavaDelegate {

    private final CallService calls;

    PublishOutcome(CallService calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.publishOutcome(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
    }
}
