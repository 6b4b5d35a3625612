package se.tidig.bench;

import java.time.Duration;

/** The same with 2,000 people and ten minutes, or as the properties {@code deadline.*} say. */
class DeadlineNightBench extends DeadlineNightTest {

    @Override
    int people() {
        return Integer.getInteger("deadline.people", 2_000);
    }

    @Override
    Duration before() {
        return Duration.ofSeconds(Integer.getInteger("deadline.seconds", 600));
    }

    @Override
    Duration after() {
        return Duration.ofSeconds(Integer.getInteger("deadline.after", 60));
    }
}
