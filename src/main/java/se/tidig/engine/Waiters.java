package se.tidig.engine;

import java.util.Collection;
import java.util.Map;

/**
 * Wakes processes that wait for a message, and starts processes by message. The domain's state is the truth; a message
 * only wakes a waiter, so one that nobody waits for changes nothing. The caller holds the lock on the row whose state
 * the waiter asked before it began to wait.
 */
public interface Waiters {

    /** Wakes the instance that waits for the message under the business key; false where none waits. */
    boolean wake(String message, String businessKey);

    /** The same with routing values for the woken instance. */
    boolean wake(String message, String businessKey, Map<String, Object> variables);

    /** Whether an instance waits for the message under the business key. */
    boolean awaits(String message, String businessKey);

    /** Wakes many in the background, as a batch. */
    void wakeLater(String message, Collection<String> businessKeys);

    /** Starts the process that begins with the message; where {@code board} is among the variables it is that board's. */
    void start(String message, String businessKey, Map<String, Object> variables);
}
