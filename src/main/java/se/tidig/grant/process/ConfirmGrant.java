package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantConfirmation;
import se.tidig.grant.GrantRefused;
import se.tidig.organisation.Giro;

/** The recipient's confirmation of conditions and account, from the portal or on paper. */
@Component
@Handles(
        form = "grant-confirmation",
        keys = {
            "acceptance=accept|decline",
            "declineReason",
            "giroKind=BANKGIRO|PLUSGIRO",
            "giro",
            "giroHolder",
            "confirmedBy"
        })
class ConfirmGrant implements FormHandler {

    private final GrantConfirmation confirmation;

    ConfirmGrant(GrantConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        try {
            if ("decline".equals(answers.text("acceptance"))) {
                confirmation.decline(task.reference(), answers.text("declineReason"));
            } else {
                confirmation.confirm(
                        task.reference(), account(answers), answers.text("giroHolder"), answers.text("confirmedBy"));
            }
            return Map.of();
        } catch (GrantRefused refused) {
            throw new Rejected("", refused.getMessage());
        }
    }

    private static Giro account(Answers answers) {
        try {
            return new Giro(Giro.Kind.valueOf(answers.text("giroKind")), answers.text("giro"));
        } catch (IllegalArgumentException wrong) {
            throw new Rejected("giro", wrong.getMessage());
        }
    }
}
