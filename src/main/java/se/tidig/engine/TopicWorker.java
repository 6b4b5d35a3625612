package se.tidig.engine;

import java.util.Map;

/**
 * Serves a topic. An exception sends the task back to be tried again after a while; when the tries are used up, its
 * message stands as an incident in Cockpit, so it says in plain Swedish what is wrong and what to do.
 */
public interface TopicWorker {

    String topic();

    /** Does the work, or finds that it has been done before, and gives routing values for the process. */
    Map<String, Object> work(TopicTask task) throws Exception;
}
