package se.tidig.application.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.tidig.Reference;
import se.tidig.application.EarlyEventService;
import se.tidig.engine.Delegate;
import se.tidig.engine.Variable;

/** Messages are not stored: what came in before the case could be handled is told again once it can. */
@Delegate(name = "Ta upp det som kom in före handläggningen", reads = Variable.REFERENCE)
class TakeUpEarlyEvents implements JavaDelegate {

    private final EarlyEventService events;
    private final RuntimeService runtime;

    TakeUpEarlyEvents(EarlyEventService events, RuntimeService runtime) {
        this.events = events;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = Reference.of((String) execution.getVariable(Variable.REFERENCE));
        // Each event by itself, so that each gets its task; in the background, because the waiters exist only after
        // the commit.
        events.of(reference)
                .forEach(event -> runtime.createMessageCorrelationAsync(ApplicationWaker.MESSAGES.get(event))
                        .processInstanceIds(List.of(execution.getProcessInstanceId()))
                        .correlateAllAsync());
    }
}
