package se.tidig.payment.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.engine.Variable;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.payment.DisbursementService;

/** Finance reports that there is money for the payment. */
@Component
@Handles(form = "await-funds", keys = "fundsNote")
class AwaitFundsForm implements FormHandler {

    private final DisbursementService disbursements;

    AwaitFundsForm(DisbursementService disbursements) {
        this.disbursements = disbursements;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        disbursements.noteMoneyAvailable(milestone, answers.text("fundsNote"), task.actor());
        return Map.of();
    }
}
