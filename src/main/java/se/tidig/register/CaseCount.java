package se.tidig.register;

import se.tidig.Sek;

/**
 * How many cases a selection has. Counting stops at {@link #MOST}, so that a count costs the same however many there
 * are.
 *
 * @param cases at most {@link #MOST}
 * @param late of them
 * @param requested what the applications among them applied for, SEK
 */
public record CaseCount(int cases, int late, Sek requested) {

    public static final int MOST = 10_000;

    /** Whether there may be more. */
    public boolean isMore() {
        return cases == MOST;
    }
}
