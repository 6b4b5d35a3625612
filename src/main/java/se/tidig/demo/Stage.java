package se.tidig.demo;

import java.time.Instant;
import java.util.Map;

/** The stage of the demonstration: its clock, and the entries that people and machines use. */
public interface Stage {

    /**
     * Moves the clock forward; what is due on the way is done at its own time. An instant that has passed changes
     * nothing.
     */
    void to(Instant instant);

    /** The person takes the task of the case and submits its form. */
    void answer(String person, String element, String businessKey, Map<String, Object> answers);

    /** The person starts a process with its form; returns the business key. */
    String start(String person, String process, Map<String, Object> answers);

    /** Does what is due now: the process's own steps, and the mails. */
    void goOn();

    /** Hands vouchers to the ledger. Their orders must be committed: each voucher is a transaction of its own. */
    void handOver();

    /** The clock is the real one again. */
    void leave();
}
