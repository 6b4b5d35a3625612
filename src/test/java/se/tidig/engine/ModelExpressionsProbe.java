package se.tidig.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate that the shared context of tests knows. */
@Delegate(name = "Prova")
class ModelExpressionsProbe implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("probed", true);
    }
}
