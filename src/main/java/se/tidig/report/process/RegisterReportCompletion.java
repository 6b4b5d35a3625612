package se.tidig.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.event.EventListener;
import se.tidig.application.IncomingDocument;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.application.IncomingDocumentService;
import se.tidig.engine.Delegate;
import se.tidig.form.Rejected;
import se.tidig.report.ReportIntakeService;

/** A registrar enters a completion of a report that came on paper. */
@Delegate(name = "Registrera komplettering av redovisning", reads = "document")
class RegisterReportCompletion implements JavaDelegate {

    private final IncomingDocumentService documents;
    private final ReportIntakeService intake;

    RegisterReportCompletion(IncomingDocumentService documents, ReportIntakeService intake) {
        this.documents = documents;
        this.intake = intake;
    }

    @EventListener
    void on(IncomingDocument.Entering entering) {
        var document = entering.document();
        if (document.kind() == Kind.REPORT_COMPLETION && !intake.awaitsCompletion(document.reference())) {
            throw new Rejected(
                    "documentKind",
                    "Ingen komplettering av en redovisning är begärd i ärendet. Välj Annan handling i stället.");
        }
    }

    @Override
    public void execute(DelegateExecution execution) {
        var document = documents.get(((Number) execution.getVariable("document")).longValue());
        intake.complete(
                document.reference(),
                document.text(),
                document.receivedAt(),
                document.registrar(),
                document.lateReason() != null);
    }
}
