package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.GrantMilestones;
import se.tidig.grant.Milestone;

@Delegate(
        name = "Påbörja nästa delmoment i betalningsplanen",
        reads = Variable.REFERENCE,
        writes = {Variable.MILESTONE, "milestoneKind=PAYMENT|REPORT|NONE"})
class NextMilestone implements JavaDelegate {

    private final GrantMilestones milestones;

    NextMilestone(GrantMilestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = milestones.next((String) execution.getVariable(Variable.REFERENCE));
        execution.setVariable(Variable.MILESTONE, next.map(Milestone::key).orElse(null));
        execution.setVariable("milestoneKind", next.map(Milestone::route).orElse("NONE"));
    }
}
