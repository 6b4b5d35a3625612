package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.bundle.CaseRules;
import se.tidig.decision.DecidedGrants;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Skriv beslutet",
        reads = {Variable.REFERENCE, Variable.BOARD},
        tables = {"applicant-kind", "payment-plan", "audit-requirement"},
        letters = {
            "decision: decision-grant",
            "decision: decision-partial",
            "decision: decision-refusal",
            "decision: decision-rejection",
            "decision: decision-write-off"
        })
class WriteDecision implements JavaDelegate {

    private final DecidedGrants decisions;
    private final CaseRules rules;
    private final CaseLetters letters;

    WriteDecision(DecidedGrants decisions, CaseRules rules, CaseLetters letters) {
        this.decisions = decisions;
        this.rules = rules;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = (String) execution.getVariable(Variable.REFERENCE);
        var decision = decisions.complete(reference, rules.of(execution));
        letters.write(execution, decision.kind().letter(), "decision");
    }
}
