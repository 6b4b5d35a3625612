package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.decision.ProposalService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(name = "Lägg förslaget åt sidan", reads = Variable.REFERENCE)
class HoldProposal implements JavaDelegate {

    private final ProposalService proposing;

    HoldProposal(ProposalService proposing) {
        this.proposing = proposing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proposing.hold(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
    }
}
