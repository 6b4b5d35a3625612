package se.tidig.demo;

import java.time.Instant;
import java.util.Map;

/** Where the demonstration is played: its time, and the doors that people and machines go through. */
public interface Stage {

    /** Moves time forward; what falls due on the way is done at its own time. An instant that has passed changes nothing. */
    void to(Instant instant);

    /** The person takes the task of the case and answers its form. */
    void answer(String person, String element, String businessKey, Map<String, Object> answers);

    /** The person starts a process with its form; gives the business key. */
    String start(String person, String process, Map<String, Object> answers);

    /** Does what is due now: the process's own steps, and the mails. */
    void goOn();

    /** Hands vouchers to the ledger. Their orders must be committed: each handing over is a transaction of its own. */
    void handOver();

    /** Time is the real one again. */
    void leave();
}
