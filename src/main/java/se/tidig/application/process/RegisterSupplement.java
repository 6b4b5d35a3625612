package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.application.IncomingDocumentService;
import se.tidig.engine.Delegate;

@Delegate(name = "Registrera annan handling", reads = "document")
class RegisterSupplement implements JavaDelegate {

    private final IncomingDocumentService documents;

    RegisterSupplement(IncomingDocumentService documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.hand(((Number) execution.getVariable("document")).longValue());
    }
}
