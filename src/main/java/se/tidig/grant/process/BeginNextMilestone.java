package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.Milestone;
import se.tidig.grant.MilestoneService;

@Delegate(
        bean = "nextMilestone",
        name = "Påbörja nästa delmoment i planen",
        reads = Variable.REFERENCE,
        writes = {Variable.MILESTONE, "milestoneKind=PAYMENT|REPORT|NONE"})
class BeginNextMilestone implements JavaDelegate {

    private final MilestoneService milestones;

    BeginNextMilestone(MilestoneService milestones) {
        this.milestones = milestones;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = milestones.next(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
        execution.setVariable(
                Variable.MILESTONE, next.map(step -> step.key().toString()).orElse(null));
        execution.setVariable("milestoneKind", next.map(Milestone::route).orElse("NONE"));
    }
}
