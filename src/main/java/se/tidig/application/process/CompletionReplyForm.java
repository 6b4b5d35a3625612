package se.tidig.application.process;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationIntake;
import se.tidig.application.IncomingDocuments;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** What the applicant answers to a request to complete. */
@Component
@Handles(
        form = "completion-reply",
        keys = {
            "completionReply",
            "signed",
            "signatoryAuthorised",
            "attachments",
            "activityDescription",
            "purposeDescription",
            "budgetLines"
        })
class CompletionReplyForm implements FormHandler {

    private final ApplicationIntake intake;
    private final IncomingDocuments documents;
    private final Clock clock;

    CompletionReplyForm(ApplicationIntake intake, IncomingDocuments documents, Clock clock) {
        this.intake = intake;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var boxes = Set.of("signed", "signatoryAuthorised");
        var completed = new LinkedHashMap<>(answers.values());
        completed.remove("completionReply");
        // A box left unticked says nothing about what was signed before.
        completed
                .entrySet()
                .removeIf(answer ->
                        boxes.contains(answer.getKey()) && answer.getValue().equals(false));
        intake.complete(
                task.reference(),
                completed,
                answers.text("completionReply"),
                ReceivedAt.of(task, clock),
                task.actor(),
                ReceivedAt.isJudgedLate(task, documents));
        return Map.of();
    }
}
