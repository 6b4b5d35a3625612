package se.tidig.payment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.MilestoneKey;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;
import se.tidig.payment.PaymentService;

@Delegate(
        name = "Fråga om banken har svarat, och när betalningen annars ska utredas",
        reads = Variable.ORDER,
        writes = {"bankAnswer=PENDING|SETTLED|REJECTED", "traceFrom"})
class AskBank implements JavaDelegate {

    private final PaymentService payments;

    AskBank(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var bank = payments.ask(MilestoneKey.of((String) execution.getVariable(Variable.ORDER)));
        execution.setVariable("bankAnswer", bank.answer());
        execution.setVariable("traceFrom", bank.traceFrom().toString());
    }
}
