package se.tidig.prioritisation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.engine.Delegate;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;
import se.tidig.prioritisation.PlacementService;

/** Wakes the applications in the background: there may be thousands. */
@Delegate(name = "Lämna ut prioriteringen till ansökningarna", reads = Variable.REFERENCE)
class HandOutProposals implements JavaDelegate {

    private final PlacementService placing;
    private final Waiters waiters;

    HandOutProposals(PlacementService placing, Waiters waiters) {
        this.placing = placing;
        this.waiters = waiters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var placed = placing.handOut(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
        waiters.wakeLater(
                Message.APPLICATION_PRIORITISED,
                placed.stream().map(Reference::value).toList());
    }
}
