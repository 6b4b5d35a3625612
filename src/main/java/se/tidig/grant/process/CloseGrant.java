package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.MilestoneService;

@Delegate(name = "Avsluta bidraget", reads = Variable.REFERENCE)
class CloseGrant implements JavaDelegate {

    private final MilestoneService milestones;

    CloseGrant(MilestoneService milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        milestones.close(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
    }
}
