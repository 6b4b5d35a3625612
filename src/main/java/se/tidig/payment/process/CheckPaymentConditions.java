package se.tidig.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.bundle.CaseRuleSource;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.payment.PaymentConditionService;

@Delegate(
        name = "Kontrollera inför utbetalning",
        reads = Variable.MILESTONE,
        writes = {"paymentOutcome=WAIT|OBSTACLE|READY", "recheckAt"},
        tables = "payment-conditions")
class CheckPaymentConditions implements JavaDelegate {

    private final PaymentConditionService conditions;
    private final CaseRuleSource rules;

    CheckPaymentConditions(PaymentConditionService conditions, CaseRuleSource rules) {
        this.conditions = conditions;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var checked = conditions.check(
                MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)), rules.of(execution));
        execution.setVariable("paymentOutcome", checked.outcome().name());
        execution.setVariable("recheckAt", checked.recheckAt().toString());
    }
}
