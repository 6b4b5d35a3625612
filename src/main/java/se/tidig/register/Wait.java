package se.tidig.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a case waits for: an open task, or an answer from the party.
 *
 * @param task id of the task; null for the party's answer
 * @param name of the task, in Swedish; null for the party's answer
 * @param holder user id of the person who holds the task; null if nobody does
 * @param holderName the person's name; null if nobody holds the task
 * @param groups ids of the groups that may do the task
 * @param groupNames their names, in Swedish
 * @param message by which the party's answer comes, as {@code report.submitted}; null for a task
 * @param key of the process: the case's reference, or the key of a milestone
 * @param since when the task was made; null for the party's answer
 * @param due the last day; null if there is none
 */
public record Wait(
        String task,
        String name,
        String holder,
        String holderName,
        List<String> groups,
        List<String> groupNames,
        String message,
        String key,
        Instant since,
        LocalDate due) {

    /** Whether the party has the turn. */
    public boolean isParty() {
        return message != null;
    }

    public boolean isHeldBy(String person) {
        return person.equals(holder);
    }
}
