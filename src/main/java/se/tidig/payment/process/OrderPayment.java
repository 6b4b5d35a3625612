package se.tidig.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Message;
import se.tidig.engine.Variable;
import se.tidig.payment.DisbursementService;

@Delegate(
        name = "Beställ betalningen hos den betalande länsstyrelsen",
        reads = Variable.MILESTONE,
        starts = Message.PAYMENT_ORDERED)
class OrderPayment implements JavaDelegate {

    private final DisbursementService disbursements;

    OrderPayment(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disbursements.order(MilestoneKey.of((String) execution.getVariable(Variable.MILESTONE)));
    }
}
