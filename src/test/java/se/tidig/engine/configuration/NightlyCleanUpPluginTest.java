package se.tidig.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyCleanUpPluginTest {

    private final NightlyCleanUpPlugin cleanUp = new NightlyCleanUpPlugin();

    /** The clock is put forward on 28 March 2027 at 2 o'clock and back on 31 October at 3 o'clock. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-15T12:00:00Z, 2027-01-16T00:00:00Z, 2027-01-16T04:00:00Z",
        "2027-03-27T12:00:00Z, 2027-03-28T00:00:00Z, 2027-03-28T03:00:00Z",
        "2027-03-28T12:00:00Z, 2027-03-28T23:00:00Z, 2027-03-29T03:00:00Z",
        "2027-07-15T12:00:00Z, 2027-07-15T23:00:00Z, 2027-07-16T03:00:00Z",
        "2027-10-30T12:00:00Z, 2027-10-30T23:00:00Z, 2027-10-31T04:00:00Z",
        "2027-10-31T12:00:00Z, 2027-11-01T00:00:00Z, 2027-11-01T04:00:00Z",
    })
    void itRunsFromOneToFiveInSwedenInSummerAndInWinter(Instant now, Instant start, Instant end) {
        var next = cleanUp.getNextBatchWindow(Date.from(now), null);
        assertThat(next.getStart()).isEqualTo(start);
        assertThat(next.getEnd()).isEqualTo(end);
        assertThat(current(now)).usingRecursiveComparison().isEqualTo(next);
    }

    @Test
    void duringTheNightTheCurrentHoursAreTonightsAndTheNextAreTomorrows() {
        var night = Instant.parse("2027-07-16T00:30:00Z");
        assertThat(current(night).isWithin(Date.from(night))).isTrue();
        assertThat(current(night).getStart()).isEqualTo(Instant.parse("2027-07-15T23:00:00Z"));
        assertThat(cleanUp.getNextBatchWindow(Date.from(night), null).getStart())
                .isEqualTo(Instant.parse("2027-07-16T23:00:00Z"));
    }

    @Test
    void beforeMidnightAndBeforeOneTheHoursAreTonights() {
        for (var evening : new String[] {"2027-07-15T21:30:00Z", "2027-07-15T22:30:00Z"}) {
            assertThat(current(Instant.parse(evening)).getStart()).isEqualTo(Instant.parse("2027-07-15T23:00:00Z"));
        }
    }

    private BatchWindow current(Instant now) {
        return cleanUp.getCurrentOrNextBatchWindow(Date.from(now), null);
    }
}
