package se.tidig.engine.configuration;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.engine.CaseBundles;
import se.tidig.engine.Variable;

/** Records the new deployment of a case that an administrator migrates. */
@Component
class MigratedCasePlugin extends AbstractProcessEnginePlugin implements HistoryEventHandler {

    // Resolved late: it needs the database, which Flyway fills before the engine is built.
    private final ObjectProvider<CaseBundles> cases;

    MigratedCasePlugin(ObjectProvider<CaseBundles> cases) {
        this.cases = cases;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(this);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)
                && event instanceof HistoricProcessInstanceEventEntity moved) {
            var context = Context.getCommandContext();
            var text = context.getExecutionManager()
                    .findExecutionById(moved.getProcessInstanceId())
                    .getVariable(Variable.REFERENCE);
            var bundles = cases.getObject();
            var reference = Reference.find(text == null ? null : text.toString());
            if (reference.flatMap(bundles::of).isPresent()) {
                var definition = Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(moved.getProcessDefinitionId());
                bundles.carry(reference.get(), definition.getDeploymentId());
            }
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
