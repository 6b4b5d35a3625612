package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.payment.PaymentAttempt.Answer;
import se.tidig.payment.PaymentRefused;
import se.tidig.payment.PaymentService;

/** A person reports what tracing an unanswered payment has shown. */
@Component
@Handles(
        form = "trace-payment",
        keys = {"traced=SETTLED|REJECTED|WAIT", "answeredOn", "traceNote"})
class TracePaymentForm implements FormHandler {

    private final PaymentService payments;

    TracePaymentForm(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var order = MilestoneKey.of(task.text(Variable.ORDER));
        var traced = answers.text("traced");
        var note = answers.text("traceNote");
        try {
            if ("WAIT".equals(traced)) {
                payments.keepWaiting(order, note, task.actor());
            } else {
                payments.found(
                        order,
                        Answer.valueOf(traced),
                        answers.date("answeredOn").orElseThrow(),
                        note,
                        task.actor());
            }
            return Map.of();
        } catch (PaymentRefused refused) {
            throw new Rejected("answeredOn", refused.getMessage());
        }
    }
}
