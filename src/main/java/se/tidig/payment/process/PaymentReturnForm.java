package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.payment.PaymentService;

/** Finance reports whether a settled payment has come back. */
@Component
@Handles(
        form = "payment-return",
        keys = {"returned=RETURNED|PAID", "returnNote"})
class PaymentReturnForm implements FormHandler {

    private final PaymentService payments;

    PaymentReturnForm(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        payments.noteReturn(
                MilestoneKey.of(task.text(Variable.ORDER)),
                "RETURNED".equals(answers.text("returned")),
                answers.text("returnNote"),
                task.actor());
        return Map.of();
    }
}
