package se.tidig.casefile.process;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down which steps of the public stages a case comes to, since the engine's history of them goes in time. */
@Component
public class PublicSteps extends AbstractProcessEnginePlugin {

    /** The process whose steps applicants are shown. */
    public static final String PROCESS = "application";

    // Asked late: they need the database, which Flyway fills before the engine is there, and the engine.
    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<StageDescriptions> descriptions;

    /** The elements that stages name, by the process definition's id; a definition never changes. */
    private final Map<String, Set<String>> named = new ConcurrentHashMap<>();

    PublicSteps(ObjectProvider<JdbcClient> jdbc, ObjectProvider<StageDescriptions> descriptions) {
        this.jdbc = jdbc;
        this.descriptions = descriptions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new Handler());
    }

    /** No bean: the engine's Spring Boot starter takes one bean of the kind for its own. */
    private final class Handler implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)
                    && PROCESS.equals(event.getProcessDefinitionKey())
                    && event instanceof HistoricActivityInstanceEventEntity entered) {
                var element = PROCESS + "#" + entered.getActivityId();
                if (named(entered.getProcessDefinitionId()).contains(element)) {
                    note(entered.getProcessInstanceId(), element);
                }
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private void note(String instance, String element) {
        var reference = Context.getCommandContext()
                .getExecutionManager()
                .findExecutionById(instance)
                .getBusinessKey();
        if (reference != null) {
            jdbc.getObject()
                    .sql("insert into tidig.public_step (reference, element) values (?, ?) on conflict do nothing")
                    .params(reference, element)
                    .update();
        }
    }

    private Set<String> named(String definition) {
        var known = named.get(definition);
        if (known == null) {
            var deployment = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition)
                    .getDeploymentId();
            known = descriptions.getObject().of(deployment).stream()
                    .flatMap(stage -> stage.elements().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            named.put(definition, known);
        }
        return known;
    }

    /** The steps that the case has come to, as {@code application#userTask_decide}. */
    public Set<String> of(String reference) {
        return Set.copyOf(jdbc.getObject()
                .sql("select element from tidig.public_step where reference = ?")
                .param(reference)
                .query(String.class)
                .list());
    }
}
