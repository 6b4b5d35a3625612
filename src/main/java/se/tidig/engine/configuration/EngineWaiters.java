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
 * Wakes waiters as nobody in particular: a person of one board may by their act wake a case of another, which the
 * engine's tenant check would refuse them. Who acted is in the domain's record.
 */
@Component
class EngineWaiters implements Waiters {

    /** So many instances to a batch: the engine asks for each by a parameter of its own, and PostgreSQL takes 32 767. */
    private static final int BATCH = 10_000;

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final CaseStarts starts;
    private final JdbcClient jdbc;

    EngineWaiters(RuntimeService runtime, IdentityService identity, CaseStarts starts, JdbcClient jdbc) {
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
                    // Asked one by one: an earlier one may have ended this one.
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

    // A list, since it leaves out what this transaction has ended already; a count would not.
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

    /** Asked as one question with one parameter: the engine's own would have one for each instance, of all calls. */
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
