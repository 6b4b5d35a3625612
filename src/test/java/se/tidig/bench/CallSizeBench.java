package se.tidig.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.tidig.TidigTest;
import se.tidig.races.SizedCall;
import se.tidig.races.SizedCall.Measured;
import se.tidig.races.Standing;

/** A call of 5,000 applications against one of 500, per application: shows what is not linear. */
@TidigTest
class CallSizeBench {

    private static final int SMALL = 500;
    private static final int LARGE = 5_000;
    private static final int DECISIONS = 20;
    private static final double LIMIT = 1.5;

    /** The size of a form's content, so that a browser shows it at once. */
    private static final int FORM_BYTES = 200_000;

    @LocalServerPort
    int port;

    @Autowired
    SizedCall calls;

    @Autowired
    Standing standing;

    @Test
    void fiveThousandApplicationsTakeTenTimesAsLongAsFiveHundred() {
        calls.run(100, port); // warms the code
        var small = calls.run(SMALL, port);
        var smallDecision = calls.decide(small.call(), DECISIONS);
        var large = calls.run(LARGE, port);
        var largeDecision = calls.decide(large.call(), DECISIONS);

        small.seconds().forEach((part, seconds) -> tell(part, seconds / SMALL, large.of(part) / LARGE, large.of(part)));
        tell("in all", small.total() / SMALL, large.total() / LARGE, large.total());
        tell("one decision", smallDecision, largeDecision, largeDecision);
        System.out.printf(
                Locale.ROOT,
                "call size, heap in use at most: %d MB with %d, %d MB with %d; form %d and %d bytes%n",
                small.heap(),
                SMALL,
                large.heap(),
                LARGE,
                small.formBytes(),
                large.formBytes());

        assertThat(perApplication(large) / perApplication(small)).isLessThanOrEqualTo(LIMIT);
        assertThat(largeDecision / smallDecision).isLessThanOrEqualTo(LIMIT);
        assertThat(large.formBytes()).isLessThan(FORM_BYTES);
        standing.isSound();
    }

    private static double perApplication(Measured call) {
        return call.total() / call.applications();
    }

    private static void tell(String part, double small, double large, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "call size, %s: %.2f ms with %d, %.2f ms with %d, ratio %.2f (%.1f s)%n",
                part,
                small * 1_000,
                SMALL,
                large * 1_000,
                LARGE,
                large / small,
                seconds);
    }
}
