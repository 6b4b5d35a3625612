package se.tidig.engine;

import java.util.Collection;
import java.util.Map;

/**
 * Wakes processes that wait for a message, and starts processes by message. The domain record is the truth and a
 * message only wakes a waiter, so a message that nobody waits for changes nothing. The caller holds the lock on the row
 * whose state the waiting process read before it began to wait.
 */
public interface Waiters {

    /** Wakes the instance that waits for the message under the business key; false if none waits. */
    boolean wake(String message, String businessKey);

    /** Does the same and sets routing values in the instance. */
    boolean wake(String message, String businessKey, Map<String, Object> variables);

    /** Whether an instance waits for the message under the business key. */
    boolean awaits(String message, String businessKey);

    /** Wakes many instances in the background, as a batch. */
    void wakeLater(String message, Collection<String> businessKeys);

    /**
     * Starts the process that begins with the message. If the variables contain {@code board}, the instance belongs to
     * that board.
     */
    void start(String message, String businessKey, Map<String, Object> variables);
}
