package se.tidig.engine;

import java.util.Map;

/**
 * Serves a topic. If the worker throws an exception, the task is tried again later. After the last attempt the message
 * of the exception becomes an incident in Cockpit, so it says in plain Swedish what is wrong and what to do.
 */
public interface TopicWorker {

    String topic();

    /** Does the work, unless it was done before, and returns routing values for the process. */
    Map<String, Object> work(TopicTask task) throws Exception;
}
