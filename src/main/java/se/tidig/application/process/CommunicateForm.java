package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.CommunicationService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** An officer sends material from others to the applicant for comment (25 § FL). */
@Component
@Handles(
        form = "communicate",
        keys = {"hearingText", "replyBy"},
        writes = {"replyDeadline", "externalMaterial"})
class CommunicateForm implements FormHandler {

    private final CommunicationService communication;

    CommunicateForm(CommunicationService communication) {
        this.communication = communication;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var day = answers.date("replyBy").orElseThrow(() -> new Rejected("replyBy", "Ange sista svarsdag."));
        var hearing = communication.communicate(task.reference(), answers.text("hearingText"), day, task.actor());
        // Material that comes after this is new, and is sent to the applicant in its turn.
        return Map.of("replyDeadline", hearing.deadline().toString(), "externalMaterial", false);
    }
}
