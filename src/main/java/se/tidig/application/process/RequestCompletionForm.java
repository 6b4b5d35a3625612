package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.application.Completion;
import se.tidig.application.CompletionService;
import se.tidig.application.ConfirmationService;
import se.tidig.application.EligibilityRecords;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;

/** An officer asks the applicant to complete; the table of rounds has told whether it is an order. */
@Component
@Handles(
        form = "request-completion",
        keys = {"completionText", "completionBy", "completionConsequence"},
        writes = {"completionDeadline", "completionKind=INFORMAL|ORDER"})
class RequestCompletionForm implements FormHandler {

    private final CompletionService requests;
    private final EligibilityRecords records;
    private final ConfirmationService confirmations;

    RequestCompletionForm(CompletionService requests, EligibilityRecords records, ConfirmationService confirmations) {
        this.requests = requests;
        this.records = records;
        this.confirmations = confirmations;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        var completion = requests.request(
                task.reference(),
                new Completion.Request(
                        records.get(task.reference()).completion().kind(),
                        answers.text("completionText"),
                        answers.choices("completionQuestions"),
                        answers.text("completionConsequence"),
                        answers.date("completionBy")
                                .orElseThrow(() -> new Rejected("completionBy", "Ange sista dag att komplettera.")),
                        task.actor()));
        if (answers.yes("confirmationAsked")) {
            confirmations.ask(
                    task.reference(),
                    answers.text("confirmationDocument"),
                    answers.text("confirmationReason"),
                    answers.date("completionBy").orElse(null),
                    task.actor());
        }
        return Map.of(
                "completionDeadline", completion.deadline().toString(),
                "completionKind", completion.kind().name());
    }
}
