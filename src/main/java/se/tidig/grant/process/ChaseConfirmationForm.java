package se.tidig.grant.process;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.GrantConfirmationService;
import se.tidig.grant.GrantRefused;

/** An officer has contacted a recipient that has not answered. */
@Component
@Handles(
        form = "chase-confirmation",
        keys = {"chase=WAIT|DECLINED", "contactAgain", "chaseNote"})
class ChaseConfirmationForm implements FormHandler {

    private final GrantConfirmationService confirmation;

    ChaseConfirmationForm(GrantConfirmationService confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var note = answers.text("chaseNote");
        try {
            if ("DECLINED".equals(answers.text("chase"))) {
                confirmation.noteDecline(task.reference(), note, task.actor());
            } else {
                var day = answers.date("contactAgain").orElse(LocalDate.MIN);
                confirmation.contactAgain(task.reference(), day, note, task.actor());
            }
            return Map.of();
        } catch (GrantRefused refused) {
            throw new Rejected("contactAgain", refused.getMessage());
        }
    }
}
