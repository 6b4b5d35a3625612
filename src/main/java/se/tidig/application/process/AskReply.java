package se.tidig.application.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.CommunicationService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Fråga om yttrandet har kommit",
        reads = Variable.REFERENCE,
        writes = {"replyReceived", "replyDeadline"})
class AskReply implements JavaDelegate {

    private final CommunicationService communication;

    AskReply(CommunicationService communication) {
        this.communication = communication;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        var answer = communication.ask(reference);
        execution.setVariable("replyReceived", answer.isReceived());
        execution.setVariable("replyDeadline", Objects.toString(answer.deadline(), null));
    }
}
