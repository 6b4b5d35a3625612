package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.GrantMilestones;

@Delegate(name = "Avsluta bidraget", reads = Variable.REFERENCE)
class CloseGrant implements JavaDelegate {

    private final GrantMilestones milestones;

    CloseGrant(GrantMilestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        milestones.close((String) execution.getVariable(Variable.REFERENCE));
    }
}
