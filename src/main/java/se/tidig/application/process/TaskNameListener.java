package se.tidig.application.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.call.Call;
import se.tidig.call.Calls;
import se.tidig.engine.Variable;

/**
 * Gives each task the case's reference and title, so that the task lists tell cases apart. They are variables of the
 * task and end with it: persons who may read only a task do not see variables of the instance.
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
            var about = Reference.find(reference);
            about.flatMap(applications::find)
                    .map(Application::applicantName)
                    .or(() -> about.flatMap(calls::find).map(Call::title))
                    .ifPresent(subject -> task.setVariableLocal(Variable.SUBJECT, subject));
        }
    }
}
