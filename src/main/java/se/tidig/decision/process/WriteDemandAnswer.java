package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

/** A refusal of the demand is a separate decision, with appeal instructions (12 § second paragraph FL). */
@Delegate(
        name = "Skriv avslaget på begäran om att ärendet ska avgöras",
        reads = {Variable.REFERENCE, Variable.BOARD},
        letters = "demand-refused: demand-refused")
class WriteDemandAnswer implements JavaDelegate {

    private final CaseLetterWriter letters;

    WriteDemandAnswer(CaseLetterWriter letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(execution, "demand-refused", "demand-refused");
    }
}
