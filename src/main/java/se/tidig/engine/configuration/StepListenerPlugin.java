package se.tidig.engine.configuration;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.engine.StepListener;

/** Tells the step listeners which steps processes enter. The engine says so only in the events of its history. */
@Component
class StepListenerPlugin extends AbstractProcessEnginePlugin {

    // Asked for late: the listeners need the database and the engine, which are not there yet.
    private final ObjectProvider<StepListener> listeners;

    StepListenerPlugin(ObjectProvider<StepListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new Handler());
    }

    /** Not a bean: the engine's Spring Boot starter would use a bean of this type in place of its own handler. */
    private final class Handler implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)
                    && event instanceof HistoricActivityInstanceEventEntity entered) {
                var step = new Entered(entered);
                listeners.forEach(listener -> listener.entered(step));
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private record Entered(HistoricActivityInstanceEventEntity event) implements StepListener.Step {

        @Override
        public String process() {
            return event.getProcessDefinitionKey();
        }

        @Override
        public String definition() {
            return event.getProcessDefinitionId();
        }

        @Override
        public String element() {
            return event.getActivityId();
        }

        @Override
        public String deployment() {
            return Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(event.getProcessDefinitionId())
                    .getDeploymentId();
        }

        @Override
        public String businessKey() {
            return Context.getCommandContext()
                    .getExecutionManager()
                    .findExecutionById(event.getProcessInstanceId())
                    .getBusinessKey();
        }
    }
}
