package se.tidig.engine;

import java.util.Map;

/**
 * An external task that a worker has been handed.
 *
 * @param key survives every retry and every crash: what leaves the JVM is idempotent on it
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

    /** A variable as text; null where it is not set. */
    public String text(String variable) {
        var value = variables.get(variable);
        return value == null ? null : value.toString();
    }
}
