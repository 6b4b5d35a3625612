package se.tidig.application.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.CompletionService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

@Delegate(
        name = "Fråga om kompletteringen har kommit",
        reads = Variable.REFERENCE,
        writes = {"completionReceived", "completionDeadline"})
class AskCompletion implements JavaDelegate {

    private final CompletionService requests;

    AskCompletion(CompletionService requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        var answer = requests.ask(reference);
        execution.setVariable("completionReceived", answer.isReceived());
        execution.setVariable("completionDeadline", Objects.toString(answer.deadline(), null));
    }
}
