package se.tidig.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.payment.DisbursementService;

@Delegate(
        name = "Fråga om betalningen är avslutad",
        reads = Variable.MILESTONE,
        writes = "paymentResult=PENDING|SETTLED|CANCELLED")
class AskPayment implements JavaDelegate {

    private final DisbursementService disbursements;

    AskPayment(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("paymentResult", disbursements.ask(MilestoneKey.of((String)
                execution.getVariable(Variable.MILESTONE))));
    }
}
