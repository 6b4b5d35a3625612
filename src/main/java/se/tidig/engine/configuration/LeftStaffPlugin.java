package se.tidig.engine.configuration;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.engine.AsNobody;
import se.tidig.engine.StaffAccountService;
import se.tidig.engine.StaffRegister;

/**
 * Releases the tasks of people who have left, so that their group can claim them, and creates new tasks without an
 * assignee if the model would assign them to such a person. For a person who is only away, existing tasks are released
 * and new ones are assigned as usual.
 */
@Component
class LeftStaffPlugin extends AbstractProcessEnginePlugin {

    private final StaffRegister register;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<IdentityService> identity;

    LeftStaffPlugin(
            StaffRegister register, ObjectProvider<TaskService> tasks, ObjectProvider<IdentityService> identity) {
        this.register = register;
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, LeftStaffPlugin.this::free);
            }
        });
    }

    private void free(DelegateTask task) {
        if (task.getAssignee() != null && register.find(task.getAssignee()).isEmpty()) {
            task.setAssignee(null);
        }
    }

    /** With nobody logged in, because the administrator may not work for all boards of the tasks. */
    @EventListener
    void away(StaffAccountService.Away away) {
        AsNobody.call(identity.getObject(), () -> {
            var service = tasks.getObject();
            service.createTaskQuery()
                    .taskAssignee(away.person())
                    .list()
                    .forEach(task -> service.setAssignee(task.getId(), null));
            return null;
        });
    }
}
