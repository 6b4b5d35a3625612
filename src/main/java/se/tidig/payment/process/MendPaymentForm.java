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
import se.tidig.organisation.Giro;
import se.tidig.payment.DisbursementService;
import se.tidig.payment.PaymentRefused;
import se.tidig.payment.PaymentService;

/** Finance corrects a payment that the bank rejected, or gives it up. */
@Component
@Handles(
        form = "mend-payment",
        keys = {"mending", "giroKind=BANKGIRO|PLUSGIRO", "giroNumber", "giroHolder", "mendNote"},
        writes = "mending=ACCOUNT|RESEND|GIVE_UP|PAID")
class MendPaymentForm implements FormHandler {

    private final PaymentService payments;
    private final DisbursementService disbursements;

    MendPaymentForm(PaymentService payments, DisbursementService disbursements) {
        this.payments = payments;
        this.disbursements = disbursements;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var order = MilestoneKey.of(task.text(Variable.ORDER));
        var mending = answers.text("mending");
        var note = answers.text("mendNote");
        try {
            switch (mending) {
                case "ACCOUNT" ->
                    payments.mend(order, account(answers), answers.text("giroHolder"), note, task.actor());
                case "RESEND" -> payments.mend(order, null, null, note, task.actor());
                case "GIVE_UP" -> payments.giveUp(order, note, task.actor());
                default -> disbursements.foundPaid(order, task.actor());
            }
            return Map.of("mending", mending);
        } catch (PaymentRefused refused) {
            throw new Rejected("mending", refused.getMessage());
        }
    }

    private static Giro account(Answers answers) {
        try {
            return new Giro(Giro.Kind.valueOf(answers.text("giroKind")), answers.text("giroNumber"));
        } catch (IllegalArgumentException wrong) {
            throw new Rejected("giroNumber", wrong.getMessage());
        }
    }
}
