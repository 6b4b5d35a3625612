package se.tidig.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.payment.PaymentService;

@Delegate(name = "Meddela att betalningen är avslutad", reads = Variable.ORDER)
class FinishPayment implements JavaDelegate {

    private final PaymentService payments;

    FinishPayment(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.finish(MilestoneKey.of((String) execution.getVariable(Variable.ORDER)));
    }
}
