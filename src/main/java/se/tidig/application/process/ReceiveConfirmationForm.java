package se.tidig.application.process;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.ConfirmationService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** *För in svar om bekräftelse* (21 § FL). */
@Component
@Handles(
        form = "receive-confirmation",
        keys = {"confirmationAnswer=CONFIRMED|NOT_CONFIRMED", "confirmedBy", "confirmedOn", "confirmationNote"})
class ReceiveConfirmationForm implements FormHandler {

    private final ConfirmationService confirmations;
    private final Clock clock;

    ReceiveConfirmationForm(ConfirmationService confirmations, Clock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var asked = ((Number) task.variables().get("confirmation")).longValue();
        if ("CONFIRMED".equals(answers.text("confirmationAnswer"))) {
            var day = answers.date("confirmedOn")
                    .orElseThrow(() -> new Rejected("confirmedOn", "Ange vilken dag bekräftelsen kom in."));
            var now = clock.instant();
            confirmations.confirm(
                    task.reference(),
                    asked,
                    answers.text("confirmedBy"),
                    SwedishDate.on(now).equals(day) ? now : SwedishDate.startOf(day),
                    task.actor());
        } else {
            confirmations.drop(task.reference(), asked, answers.text("confirmationNote"), task.actor());
        }
        return Map.of();
    }
}
