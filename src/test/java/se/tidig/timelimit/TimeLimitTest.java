package se.tidig.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.timelimit.TimeLimit.Unit;

/** How a period ends (lagen 1930:173). */
class TimeLimitTest {

    @ParameterizedTest(name = "{0} {1} from {2}: {3}, moved to {4}")
    @CsvSource({
        // The same number of the month.
        "6, MONTHS, 2026-03-02, 2026-09-02, 2026-09-02",
        // A month without that number: its last day, which here is a Sunday.
        "6, MONTHS, 2026-08-31, 2027-02-28, 2027-03-01",
        "6, MONTHS, 2027-08-31, 2028-02-29, 2028-02-29",
        "1, MONTHS, 2026-01-30, 2026-02-28, 2026-03-02",
        // The same weekday.
        "4, WEEKS, 2026-11-26, 2026-12-24, 2026-12-28",
        "4, WEEKS, 2026-12-03, 2026-12-31, 2027-01-04",
        "4, WEEKS, 2026-12-09, 2027-01-06, 2027-01-07",
        "4, WEEKS, 2026-11-25, 2026-12-23, 2026-12-23",
        "4, WEEKS, 2026-05-22, 2026-06-19, 2026-06-22",
        "3, WEEKS, 2026-03-13, 2026-04-03, 2026-04-07",
        "3, WEEKS, 2026-11-28, 2026-12-19, 2026-12-21",
        "10, DAYS, 2026-11-25, 2026-12-05, 2026-12-07",
        // Bank days never end on a day that is moved.
        "5, BANK_DAYS, 2026-12-23, 2027-01-05, 2027-01-05",
        "5, BANK_DAYS, 2040-12-21, 2041-01-04, 2041-01-04",
        "0, WEEKS, 2026-11-26, 2026-11-26, 2026-11-26",
    })
    void aPeriodEndsByTheLawAndIsMovedToTheNextWeekday(
            int number, Unit unit, LocalDate from, LocalDate counted, LocalDate last) {
        var end = new TimeLimit(number, unit, null).after(from);

        assertThat(end).isEqualTo(new PeriodEnd(counted, last));
    }

    @Test
    void thePartyMayUseTheWholeLastDay() {
        assertThat(new TimeLimit(4, Unit.WEEKS, null)
                        .after(LocalDate.parse("2026-11-26"))
                        .passed())
                .isEqualTo("2026-12-28T23:00:00Z");
    }

    @Test
    void aTimeBeforeADayIsCountedBackwards() {
        assertThat(new TimeLimit(3, Unit.MONTHS, null).before(LocalDate.parse("2027-01-01")))
                .isEqualTo("2026-10-01");
        assertThat(new TimeLimit(7, Unit.DAYS, null).before(LocalDate.parse("2027-01-04")))
                .isEqualTo("2026-12-28");
        assertThat(new TimeLimit(2, Unit.WEEKS, null).before(LocalDate.parse("2027-01-04")))
                .isEqualTo("2026-12-21");
    }

    @Test
    void itIsWrittenAsPeopleSayIt() {
        assertThat(new TimeLimit(6, Unit.MONTHS, null).words()).isEqualTo("sex månader");
        assertThat(new TimeLimit(1, Unit.WEEKS, null).words()).isEqualTo("en vecka");
        assertThat(new TimeLimit(5, Unit.BANK_DAYS, null).words()).isEqualTo("fem bankdagar");
        assertThat(new TimeLimit(30, Unit.DAYS, null).words()).isEqualTo("30 dagar");
    }
}
