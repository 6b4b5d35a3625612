package se.tidig.grant.process;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.application.IncomingDocument;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.Grant.State;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.Grants;
import se.tidig.organisation.Giro;

/** The recipient confirms conditions and account, in the portal or on paper. */
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
class GrantConfirmationForm implements FormHandler {

    private final GrantConfirmationService confirmation;
    private final Grants grants;

    GrantConfirmationForm(GrantConfirmationService confirmation, Grants grants) {
        this.confirmation = confirmation;
        this.grants = grants;
    }

    @EventListener
    void on(IncomingDocument.Entering entering) {
        var document = entering.document();
        if (document.kind() == Kind.GRANT_CONFIRMATION
                && grants.find(document.reference())
                        .filter(grant -> grant.status() == State.AWAITING_CONFIRMATION)
                        .isEmpty()) {
            throw new Rejected(
                    "documentKind",
                    "Ärendet väntar inte på någon bekräftelse av villkor och konto. Välj Annan handling i stället,"
                            + " eller Ändringsbegäran om bidragsmottagaren anger ett nytt konto.");
        }
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        if ("decline".equals(answers.text("acceptance"))) {
            confirmation.decline(task.reference(), answers.text("declineReason"));
        } else {
            confirmation.confirm(
                    task.reference(),
                    account(answers),
                    answers.text("giroHolder"),
                    Actor.of(answers.text("confirmedBy")));
        }
        return Map.of();
    }

    private static Giro account(Answers answers) {
        try {
            return new Giro(Giro.Kind.valueOf(answers.text("giroKind")), answers.text("giro"));
        } catch (IllegalArgumentException wrong) {
            throw new Rejected("giro", wrong.getMessage());
        }
    }
}
