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
import se.tidig.grant.GrantRefused;
import se.tidig.payment.PaymentRefused;
import se.tidig.payment.PaymentService;

/** A person other than the one who corrected a rejected payment checks the correction. */
@Component
@Handles(
        form = "verify-mending",
        keys = {"mendingChecked", "mendingVerification"},
        writes = "mendingChecked=SEND|RETURN")
class VerifyMendingForm implements FormHandler {

    private final PaymentService payments;

    VerifyMendingForm(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var order = MilestoneKey.of(task.text(Variable.ORDER));
        var checked = answers.text("mendingChecked");
        var how = answers.text("mendingVerification");
        try {
            if ("SEND".equals(checked)) {
                payments.sendAgain(order, how, task.actor());
            } else {
                payments.mendAgain(order, how, task.actor());
            }
            return Map.of("mendingChecked", checked);
        } catch (PaymentRefused | GrantRefused refused) {
            throw new Rejected("mendingChecked", refused.getMessage());
        }
    }
}
