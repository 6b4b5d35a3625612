package se.tidig.grant.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.decision.GrantDecisionService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.grant.GrantConfirmationService;

@Delegate(
        name = "Lägg upp bidraget med plan för utbetalning och redovisning",
        reads = Variable.REFERENCE,
        tables = {"applicant-kind", "payment-plan", "audit-requirement"})
class OpenGrant implements JavaDelegate {

    private final GrantDecisionService decisions;
    private final GrantConfirmationService confirmation;
    private final CaseRuleSource rules;

    OpenGrant(GrantDecisionService decisions, GrantConfirmationService confirmation, CaseRuleSource rules) {
        this.decisions = decisions;
        this.confirmation = confirmation;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var granted = decisions.get(Reference.of((String) execution.getVariable(Variable.REFERENCE)));
        confirmation.open(granted, rules.of(execution));
    }
}
