package se.tidig.application.process;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.IncomingDocumentService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** The applicant's reply to the material. */
@Component
@Handles(form = "hearing-reply", keys = "hearingReply")
class HearingReplyForm implements FormHandler {

    private final ApplicationIntakeService intake;
    private final IncomingDocumentService documents;
    private final Clock clock;

    HearingReplyForm(ApplicationIntakeService intake, IncomingDocumentService documents, Clock clock) {
        this.intake = intake;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        intake.reply(
                task.reference(),
                answers.text("hearingReply"),
                ReceivedAt.of(task, clock),
                task.actor(),
                ReceivedAt.isJudgedLate(task, documents));
        return Map.of();
    }
}
