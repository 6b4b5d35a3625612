package se.tidig.engine;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/**
 * An external task that a worker has fetched.
 *
 * @param key the same for every retry and after every crash, so that what leaves the JVM is idempotent on it
 * @param businessKey of the process instance
 * @param process process id
 * @param element element id
 * @param processInstance the engine's process instance id
 * @param variables the instance's routing variables and the task's input parameters
 */
public record TopicTask(
        String key,
        String topic,
        String businessKey,
        String process,
        String element,
        String processInstance,
        Map<String, Object> variables) {

    /** The task as its worker gets it, made from the engine's own object. */
    public static TopicTask of(LockedExternalTask task) {
        return new TopicTask(
                task.getId(),
                task.getTopicName(),
                task.getBusinessKey(),
                task.getProcessDefinitionKey(),
                task.getActivityId(),
                task.getProcessInstanceId(),
                task.getVariables());
    }

    /** A variable as text; null if it is not set. */
    public String text(String variable) {
        var value = variables.get(variable);
        return value == null ? null : value.toString();
    }
}
