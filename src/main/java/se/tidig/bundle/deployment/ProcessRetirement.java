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
 * Processes that a new version of the bundle does not have any more. The engine would go on starting their last version
 * by message, timer and hand; running cases that carry it go on.
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
     * Nothing new begins with a process that the bundle before has and the new one has not.
     *
     * @param before the ids of its processes, read off the files: the engine may not have written the definitions yet
     * @param now the same of the new one
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
