package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.engine.Variable;

/**
 * Lets the task lists tell one case from another: with the reference and whom or what it concerns. These are the task's
 * own, and go with it: what belongs to the instance is not shown to those who may read only a task.
 */
@Component
class TaskNameListener {

    private final Applications applications;
    private final Calls calls;

    TaskNameListener(Applications applications, Calls calls) {
        this.applications = applications;
        this.calls = calls;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void on(DelegateTask task) {
        if (task.getVariable(Variable.REFERENCE) instanceof String reference) {
            task.setVariableLocal(Variable.REFERENCE, reference);
            applications
                    .find(reference)
                    .map(Application::applicantName)
                    .or(() -> calls.find(reference).map(Call::title))
                    .ifPresent(subject -> task.setVariableLocal(Variable.SUBJECT, subject));
        }
    }
}
