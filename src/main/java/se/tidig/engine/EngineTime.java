package se.tidig.engine;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's time, which timers and the domain share. Demonstrations and tests may move it. */
public final class EngineTime {

    private EngineTime() {}

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Moves the time away from the machine's; {@link Duration#ZERO} gives the machine's time back. */
    public static void offset(Duration offset) {
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
    }
}
