package se.tidig.bundle.deployment;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops new instances of processes that a new version of the bundle lacks. The engine would otherwise keep starting
 * their last version by message, timer or hand. Running cases continue.
 */
@Component
class ProcessRetirement {

    private final ObjectProvider<ProcessEngine> engine;
    private final JdbcClient jdbc;

    ProcessRetirement(ObjectProvider<ProcessEngine> engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * Stops the processes that the previous bundle has and the new one lacks.
     *
     * @param before the ids of the previous bundle's processes, read from its files, because the engine may not have
     *     stored the definitions yet
     * @param now the ids of the new bundle's processes
     */
    void retire(Set<String> before, Set<String> now) {
        var gone = new HashSet<>(before);
        gone.removeAll(now);
        ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    gone.forEach(key -> retire(key, context));
                    return null;
                }));
    }

    private void retire(String key, CommandContext context) {
        ProcessDefinitionEntity last = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        context.getEventSubscriptionManager()
                .findEventSubscriptionsByConfiguration(EventType.MESSAGE.name(), last.getId())
                .forEach(subscription -> subscription.delete());
        context.getJobManager()
                .findJobsByConfiguration(TimerStartEventJobHandler.TYPE, key, null)
                .forEach(job -> job.delete());
        jdbc.sql("update engine.act_re_procdef set startable_ = false where key_ = ?")
                .param(key)
                .update();
    }
}
