package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.tidig.SwedishDate;

/** 10 § and 22 § FL: a paper has a day, a call closes at an instant. */
class DayOfReceiptTest {

    private static final Instant AT_TEN = Instant.parse("2026-09-20T08:00:00Z");
    private static final Instant AT_DAYS_END = Instant.parse("2026-09-20T21:59:59Z");

    @Test
    void aPaperReceivedOnTheClosingDayIsInTimeWhateverTheHourOfClosing() {
        for (var closesAt : new Instant[] {AT_TEN, AT_DAYS_END, Instant.parse("2026-09-20T22:00:00Z")}) {
            assertThat(DayOfReceipt.instant(day(20), closesAt)).isBeforeOrEqualTo(closesAt);
        }
    }

    @Test
    void aPaperReceivedTheDayAfterIsLate() {
        assertThat(DayOfReceipt.instant(day(21), AT_TEN)).isAfter(AT_TEN);
        assertThat(DayOfReceipt.instant(day(21), AT_DAYS_END)).isAfter(AT_DAYS_END);
    }

    @Test
    void theDayOfReceiptIsTheRegisteredDay() {
        for (int day = 18; day <= 22; day++) {
            assertThat(SwedishDate.on(DayOfReceipt.instant(day(day), AT_TEN))).isEqualTo(day(day));
        }
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 9, day);
    }
}
