package se.tidig.call.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.call.FollowUpService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Sammanställ uppföljningen", reads = Variable.REFERENCE)
class CompileFollowUp implements JavaDelegate {

    private final FollowUpService followUps;

    CompileFollowUp(FollowUpService followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.compile(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
    }
}
