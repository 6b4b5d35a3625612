package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.ClosedCallService;

@Delegate(name = "Fråga om utlysningens alla bidrag är avslutade", reads = Variable.CALL, writes = "allClosed")
class AskCallClosed implements JavaDelegate {

    private final ClosedCallService closing;

    AskCallClosed(ClosedCallService closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "allClosed", closing.allClosed(Reference.of((String) execution.getVariable(Variable.CALL))));
    }
}
