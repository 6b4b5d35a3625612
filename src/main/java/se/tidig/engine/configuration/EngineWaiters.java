package se.tidig.engine.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tidig.engine.AsNobody;
import se.tidig.engine.Variable;
import se.tidig.engine.Waiters;

/**
 * Wakes waiting processes with nobody logged in. What a person of one board does may wake a case of another board,
 * which the engine's tenant check would refuse. Who acted is in the domain's record.
 */
@Component
class EngineWaiters implements Waiters {

    /** Instances per batch: the engine uses one SQL parameter for each, and PostgreSQL allows 32,767. */
    private static final int BATCH = 10_000;

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final CaseStartResolver starts;
    private final JdbcClient jdbc;

    EngineWaiters(RuntimeService runtime, IdentityService identity, CaseStartResolver starts, JdbcClient jdbc) {
        this.runtime = runtime;
        this.identity = identity;
        this.starts = starts;
        this.jdbc = jdbc;
    }

    @Override
    public boolean wake(String message, String businessKey) {
        return wake(message, businessKey, Map.of());
    }

    @Override
    public boolean wake(String message, String businessKey, Map<String, Object> variables) {
        return AsNobody.call(identity, () -> {
            var waiting = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(businessKey)
                    .messageEventSubscriptionName(message)
                    .list();
            waiting.stream()
                    .map(Execution::getId)
                    // Checked one by one, because waking an earlier one may have ended this one.
                    .filter(execution -> isSubscribed(execution, message))
                    .forEach(execution -> runtime.messageEventReceived(message, execution, variables));
            return !waiting.isEmpty();
        });
    }

    @Override
    public boolean awaits(String message, String businessKey) {
        return AsNobody.call(identity, () -> !runtime.createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .list()
                .isEmpty());
    }

    // A list, because it leaves out what this transaction has already ended; a count does not.
    private boolean isSubscribed(String execution, String message) {
        return !runtime.createEventSubscriptionQuery()
                .executionId(execution)
                .eventName(message)
                .list()
                .isEmpty();
    }

    @Override
    public void wakeLater(String message, Collection<String> businessKeys) {
        AsNobody.call(identity, () -> {
            var waiting = waiting(message, businessKeys);
            for (var from = 0; from < waiting.size(); from += BATCH) {
                runtime.createMessageCorrelationAsync(message)
                        .processInstanceIds(waiting.subList(from, Math.min(from + BATCH, waiting.size())))
                        .correlateAllAsync();
            }
            return null;
        });
    }

    /** One query with one array parameter; the engine's own query would have one parameter for each business key. */
    private List<String> waiting(String message, Collection<String> businessKeys) {
        return jdbc.sql(
                        """
                        select distinct s.proc_inst_id_ from engine.act_ru_event_subscr s
                        join engine.act_ru_execution e on e.id_ = s.proc_inst_id_
                        where s.event_type_ = 'message' and s.event_name_ = ? and e.business_key_ = any (?)
                        """)
                .params(message, businessKeys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Override
    public void start(String message, String businessKey, Map<String, Object> variables) {
        AsNobody.call(identity, () -> {
            var start = runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .setVariables(variables);
            return starts.ofCase((String) variables.get(Variable.REFERENCE), message)
                    .map(start::processDefinitionId)
                    .orElseGet(start::withoutTenantId)
                    .correlateStartMessage();
        });
    }
}
