package se.tidig.grant.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantChangeService;
import se.tidig.grant.GrantChangeService.Alteration;
import se.tidig.organisation.Giro;

/** A decision-maker approves or refuses a change of the grant. */
@Component
@Handles(
        form = "handle-change-request",
        keys = {
            "changeDecision=APPROVED|REFUSED",
            "changeReason",
            "newInterimReportDue",
            "newFinalReportDue",
            "newGiroKind=BANKGIRO|PLUSGIRO",
            "newGiro",
            "newGiroHolder"
        },
        writes = "newAccount")
class HandleChangeRequestForm implements FormHandler {

    private final GrantChangeService changes;

    HandleChangeRequestForm(GrantChangeService changes) {
        this.changes = changes;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var reason = answers.text("changeReason");
        if ("REFUSED".equals(answers.text("changeDecision"))) {
            changes.refuse(task.reference(), reason, task.actor());
            return Map.of("newAccount", false);
        }
        var newAccount = changes.approve(task.reference(), alteration(answers), reason, task.actor());
        return Map.of("newAccount", newAccount);
    }

    private static Alteration alteration(Answers answers) {
        return new Alteration(
                answers.date("newInterimReportDue").orElse(null),
                answers.date("newFinalReportDue").orElse(null),
                answers.has("newGiro") ? account(answers) : null,
                answers.text("newGiroHolder"));
    }

    private static Giro account(Answers answers) {
        if (!answers.has("newGiroKind") || !answers.has("newGiroHolder")) {
            throw new Rejected("newGiro", "Ange också kontots slag och vem som innehar det.");
        }
        try {
            return new Giro(Giro.Kind.valueOf(answers.text("newGiroKind")), answers.text("newGiro"));
        } catch (IllegalArgumentException wrong) {
            throw new Rejected("newGiro", wrong.getMessage());
        }
    }
}
