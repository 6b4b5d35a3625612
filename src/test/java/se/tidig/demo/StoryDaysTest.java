package se.tidig.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration's days, for any day of the year on which it is made. */
class StoryDaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-05-30", "2027-03-01", "2027-01-04", "2028-02-29"})
    void theStoryFitsBetweenItsFirstDayAndToday(LocalDate today) {
        var days = StoryDays.endingAt(today.atTime(12, 0).toInstant(ZoneOffset.UTC));
        assertThat(IntStream.rangeClosed(1, StoryDays.LENGTH).mapToObj(day -> days.at(day, 9)))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(days.agoWithinYear(30).getYear())
                .isEqualTo(days.ago(StoryDays.LENGTH).getYear());
        // Seven days are asked for completions, which then run out.
        assertThat(days.ago(10)).isAfter(days.ago(24));
    }
}
