package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantRefused;

/** Finance has verified that the account belongs to the recipient, or could not. */
@Component
@Handles(
        form = "verify-payee",
        keys = {"payee=VERIFIED|DOUBTED", "verification"},
        writes = "payeeVerified")
class VerifyPayeeForm implements FormHandler {

    private final GrantConfirmationService confirmation;

    VerifyPayeeForm(GrantConfirmationService confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var verified = "VERIFIED".equals(answers.text("payee"));
        try {
            if (verified) {
                confirmation.verifyPayee(task.reference(), answers.text("verification"), task.actor());
            } else {
                confirmation.doubtPayee(task.reference(), answers.text("verification"), task.actor());
            }
            return Map.of("payeeVerified", verified);
        } catch (GrantRefused refused) {
            throw new Rejected("payee", refused.getMessage());
        }
    }
}
