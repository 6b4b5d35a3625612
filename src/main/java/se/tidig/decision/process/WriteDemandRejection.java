package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

/** A rejection of the demand is a separate decision, with appeal instructions. */
@Delegate(
        name = "Skriv avvisningen av begäran om att ärendet ska avgöras",
        reads = {Variable.REFERENCE, Variable.BOARD},
        letters = "demand-rejected: demand-rejected")
class WriteDemandRejection implements JavaDelegate {

    private final CaseLetterWriter letters;

    WriteDemandRejection(CaseLetterWriter letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(execution, "demand-rejected", "demand-rejected");
    }
}
