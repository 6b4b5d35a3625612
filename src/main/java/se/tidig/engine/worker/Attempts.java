package se.tidig.engine.worker;

import java.time.Duration;
import java.util.List;

/** How often a failed external task is tried again, and how long it waits before each attempt. */
final class Attempts {

    private static final List<Duration> RESTS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    private Attempts() {}

    /**
     * The attempts that are left after another failure, computed from those left before; null means that none has
     * failed yet.
     */
    static int left(Integer before) {
        return before == null ? RESTS.size() : Math.max(0, before - 1);
    }

    /** The wait before the next attempt, in milliseconds. */
    static long rest(int left) {
        return left == 0 ? 0 : RESTS.get(RESTS.size() - left).toMillis();
    }
}
