package se.tidig.application.process;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.ConfirmationService;
import se.tidig.application.IncomingDocumentService;
import se.tidig.eligibility.Facts;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;

/** The applicant's answers to a request to complete. */
@Component
@Handles(form = "completion-reply", keys = "completionReply", questionsOf = Facts.FORM)
class CompletionReplyForm implements FormHandler {

    private final ApplicationIntakeService intake;
    private final IncomingDocumentService documents;
    private final ConfirmationService confirmations;
    private final Clock clock;

    CompletionReplyForm(
            ApplicationIntakeService intake,
            IncomingDocumentService documents,
            ConfirmationService confirmations,
            Clock clock) {
        this.intake = intake;
        this.documents = documents;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var completed = new LinkedHashMap<>(answers.values());
        completed.keySet().removeAll(Set.of("completionReply", "answersMore", "confirmed", "confirmedBy"));
        completed.computeIfPresent("organisationNumber", (key, number) -> ((String) number).replace("-", ""));
        // An unticked box does not undo an earlier signature or document.
        completed.values().removeIf(Boolean.FALSE::equals);
        var receivedAt = ReceivedAt.of(task, clock);
        if (answers.yes("confirmed")) {
            confirmations.confirm(task.reference(), answers.text("confirmedBy"), receivedAt, task.actor());
        }
        intake.complete(
                task.reference(),
                completed,
                answers.text("completionReply"),
                receivedAt,
                task.actor(),
                ReceivedAt.isJudgedLate(task, documents));
        return Map.of();
    }
}
