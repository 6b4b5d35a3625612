package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.application.IncomingDocuments;
import se.tidig.engine.Delegate;

@Delegate(name = "Registrera begäran om att ärendet ska avgöras", reads = "document")
class RegisterDecisionDemand implements JavaDelegate {

    private final IncomingDocuments documents;

    RegisterDecisionDemand(IncomingDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.hand(((Number) execution.getVariable("document")).longValue());
    }
}
