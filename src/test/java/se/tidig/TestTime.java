package se.tidig;

import java.time.Duration;
import java.time.Instant;
import se.tidig.engine.EngineTime;

/** Moves the clock in a test of the domain; it is right again after each test. */
public final class TestTime {

    private TestTime() {}

    /** Lets the time pass, from what the clock shows. */
    public static void pass(Duration time) {
        passTo(EngineTime.now().plus(time));
    }

    public static void passTo(Instant instant) {
        // The clock shows whole milliseconds, and never less than the instant.
        EngineTime.offset(Duration.between(Instant.now(), instant).plusMillis(1));
    }
}
