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
import se.tidig.payment.DisbursementService;
import se.tidig.payment.LedgerCoding;
import se.tidig.payment.PaymentConditionService;
import se.tidig.payment.PaymentRefused;

/** Finance prepares a payment, or reports that it cannot be made now. */
@Component
@Handles(
        form = "prepare-disbursement",
        keys = {
            "preparation",
            "ledgerAccount",
            "costCentre",
            "activityCode",
            "projectCode",
            "preparationNote",
            "circumstances",
            "circumstanceText"
        },
        writes = "preparation=PREPARED|NO_FUNDS|OBSTACLE|PAID")
class PrepareDisbursementForm implements FormHandler {

    private final DisbursementService disbursements;
    private final PaymentConditionService conditions;

    PrepareDisbursementForm(DisbursementService disbursements, PaymentConditionService conditions) {
        this.disbursements = disbursements;
        this.conditions = conditions;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var milestone = MilestoneKey.of(task.text(Variable.MILESTONE));
        var preparation = answers.text("preparation");
        try {
            switch (preparation) {
                case "PREPARED" ->
                    disbursements.prepare(milestone, coding(answers), answers.text("preparationNote"), task.actor());
                case "NO_FUNDS" ->
                    disbursements.noteLackOfMoney(milestone, answers.text("preparationNote"), task.actor());
                case "OBSTACLE" ->
                    conditions.note(
                            milestone,
                            answers.choices("circumstances"),
                            answers.text("circumstanceText"),
                            task.actor());
                default -> disbursements.foundPaid(milestone, task.actor());
            }
            return Map.of("preparation", preparation);
        } catch (PaymentRefused | GrantRefused refused) {
            throw new Rejected("preparation", refused.getMessage());
        }
    }

    private static LedgerCoding coding(Answers answers) {
        return new LedgerCoding(
                answers.text("ledgerAccount"),
                answers.text("costCentre"),
                answers.text("activityCode"),
                answers.text("projectCode"));
    }
}
