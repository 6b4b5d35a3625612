package se.tidig.engine.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import se.tidig.engine.Waiters;

/**
 * Wakes waiters as nobody in particular: a person of one board may by their act wake a case of another, which the
 * engine's tenant check would refuse them. Who acted is in the domain's record.
 */
@Component
class EngineWaiters implements Waiters {

    private final RuntimeService runtime;
    private final IdentityService identity;

    EngineWaiters(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public boolean wake(String message, String businessKey) {
        return wake(message, businessKey, Map.of());
    }

    @Override
    public boolean wake(String message, String businessKey, Map<String, Object> variables) {
        return unauthenticated(() -> {
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
        unauthenticated(() -> {
            var keys = Set.copyOf(businessKeys);
            var subscribed =
                    runtime.createEventSubscriptionQuery().eventType("message").eventName(message).list().stream()
                            .map(EventSubscription::getProcessInstanceId)
                            .filter(id -> id != null)
                            .collect(Collectors.toSet());
            List<String> waiting = subscribed.isEmpty()
                    ? List.of()
                    : runtime.createProcessInstanceQuery().processInstanceIds(subscribed).list().stream()
                            .filter(instance -> keys.contains(instance.getBusinessKey()))
                            .map(ProcessInstance::getId)
                            .toList();
            if (!waiting.isEmpty()) {
                runtime.createMessageCorrelationAsync(message)
                        .processInstanceIds(waiting)
                        .correlateAllAsync();
            }
            return null;
        });
    }

    @Override
    public void start(String message, String businessKey, Map<String, Object> variables) {
        unauthenticated(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .withoutTenantId()
                .correlateStartMessage());
    }

    private <T> T unauthenticated(Supplier<T> call) {
        var actor = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            if (actor != null) {
                identity.setAuthentication(actor.getUserId(), actor.getGroupIds(), actor.getTenantIds());
            }
        }
    }
}
