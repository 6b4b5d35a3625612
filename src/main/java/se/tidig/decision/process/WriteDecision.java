package se.tidig.decision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.decision.GrantDecisionService;
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

    private final GrantDecisionService decisions;
    private final CaseRuleSource rules;
    private final CaseLetterWriter letters;

    WriteDecision(GrantDecisionService decisions, CaseRuleSource rules, CaseLetterWriter letters) {
        this.decisions = decisions;
        this.rules = rules;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        var decision = decisions.complete(reference, rules.of(execution));
        letters.write(execution, decision.kind().letter(), "decision");
    }
}
