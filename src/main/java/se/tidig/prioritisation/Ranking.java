package se.tidig.prioritisation;

import java.time.Instant;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * One version of a call's ranking. A version is never changed once the next is made, and the last one is settled.
 *
 * @param version from 1
 * @param actor user id of the person whose adjustments made it; null if it was computed without any
 * @param earmarksReleased whether the earmarked money could be used for any area
 * @param settledBy user id; null until it is settled
 */
public record Ranking(
        long id,
        Reference call,
        int version,
        Instant computedAt,
        Actor actor,
        boolean earmarksReleased,
        Instant settledAt,
        Actor settledBy) {

    public boolean isSettled() {
        return settledAt != null;
    }
}
