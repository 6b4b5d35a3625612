package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.AssessedCallService;
import se.tidig.engine.Delegate;

/** Runs in the process of the call, whose business key is the call's reference. */
@Delegate(name = "Fråga om alla ansökningar är bedömda", writes = "allAssessed")
class AskCallAssessed implements JavaDelegate {

    private final AssessedCallService settled;

    AskCallAssessed(AssessedCallService settled) {
        this.settled = settled;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("allAssessed", settled.isAllAssessed(Reference.of(execution.getProcessBusinessKey())));
    }
}
