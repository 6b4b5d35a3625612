package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.decision.DecidedCallService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Är alla ansökningar avgjorda?", reads = Variable.CALL, writes = "allDecided")
class AskCallDecided implements JavaDelegate {

    private final DecidedCallService decisions;

    AskCallDecided(DecidedCallService decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "allDecided", decisions.isAllDecided(Reference.of((String) execution.getVariable(Variable.CALL))));
    }
}
