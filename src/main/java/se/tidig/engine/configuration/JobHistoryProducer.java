package se.tidig.engine.configuration;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tidig.engine.FailureLine;

/**
 * Writes the history of jobs. A job of a batch gets the tenant of its case; the engine gives it none, and what has no
 * tenant is shown to every board. A failed job becomes one line in the log; its stack trace is in Cockpit.
 */
class JobHistoryProducer extends CacheAwareHistoryEventProducer {

    private static final Logger LOG = LoggerFactory.getLogger(JobHistoryProducer.class);

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        var failed = (JobEntity) job;
        LOG.warn(
                "Jobbet {} vid {} i process {} misslyckades, {} försök kvar: {}",
                failed.getId(),
                failed.getActivityId(),
                failed.getProcessInstanceId(),
                failed.getRetries(),
                FailureLine.of(failure));
        return super.createHistoricJobLogFailedEvt(job, failure);
    }

    @Override
    protected void initHistoricJobLogEvent(HistoricJobLogEventEntity event, Job job, HistoryEventType type) {
        super.initHistoricJobLogEvent(event, job, type);
        if (event.getTenantId() == null && event.getProcessInstanceId() != null) {
            var instance =
                    Context.getCommandContext().getExecutionManager().findExecutionById(event.getProcessInstanceId());
            if (instance != null) {
                event.setTenantId(instance.getTenantId());
                ((JobEntity) job).setTenantId(instance.getTenantId());
            }
        }
    }
}
