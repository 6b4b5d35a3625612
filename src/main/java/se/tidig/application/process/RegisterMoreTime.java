package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.application.IncomingDocumentService;
import se.tidig.engine.Delegate;

@Delegate(name = "Registrera begäran om mer tid", reads = "document")
class RegisterMoreTime implements JavaDelegate {

    private final IncomingDocumentService documents;

    RegisterMoreTime(IncomingDocumentService documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.hand(((Number) execution.getVariable("document")).longValue());
    }
}
