package se.tidig.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.TidigTest;

@TidigTest
class PublicHolidaysTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01", // nyårsdagen
                "2027-01-06", // trettondedag jul
                "2026-04-03", // långfredagen
                "2026-04-06", // annandag påsk
                "2026-05-01", // första maj
                "2026-05-14", // Kristi himmelsfärdsdag
                "2028-06-06", // nationaldagen
                "2026-06-19", // midsommarafton, on its first possible day
                "2027-06-25", // and on its last
                "2026-12-24", // julafton
                "2026-12-25", // juldagen
                "2028-12-26", // annandag jul
                "2026-12-31", // nyårsafton
                "2026-11-28", // a Saturday
                "2026-11-29" // a Sunday
            })
    void weekendsHolidaysAndTheThreeEvesAreFree(LocalDate day) {
        assertThat(PublicHolidays.isFree(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-02", // skärtorsdagen
                "2026-04-30", // valborgsmässoafton
                "2027-01-05", // trettondagsafton
                "2026-05-15", // the Friday after Kristi himmelsfärdsdag
                "2026-05-25", // annandag pingst, no holiday since 2005
                "2026-10-30", // allhelgonaafton
                "2026-12-23",
                "2026-06-12" // a Friday in June before midsummer
            })
    void otherDaysAreWeekdays(LocalDate day) {
        assertThat(PublicHolidays.isFree(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1818-03-22", // the earliest day it can fall
        "1943-04-25", // and the latest
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2100-03-28",
        "2285-03-22"
    })
    void easterIsOnTheKnownDay(LocalDate easter) {
        assertThat(PublicHolidays.easterDay(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void easterIsASundayBetweenItsFirstAndLastDayInEveryYear() {
        assertThat(IntStream.rangeClosed(1900, 2500).mapToObj(PublicHolidays::easterDay))
                .allSatisfy(easter -> {
                    assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
                    assertThat(easter)
                            .isBetween(
                                    LocalDate.of(easter.getYear(), Month.MARCH, 22),
                                    LocalDate.of(easter.getYear(), Month.APRIL, 25));
                });
    }

    @Test
    void theFreeDaysAreTheBanksHolidaysInEachYearOfTheirTable() {
        for (int year = 2025; year <= 2035; year++) {
            assertThat(freeWeekdays(year))
                    .as("year %d", year)
                    .containsExactlyElementsOf(jdbc.sql(
                                    "select day from tidig.bank_holiday where extract(year from day) = ? and extract(isodow from day) < 6 order by day")
                            .param(year)
                            .query(LocalDate.class)
                            .list());
        }
    }

    @Test
    void noYearHasFewerOrMoreFreeDaysThanTheLawGives() {
        assertThat(IntStream.rangeClosed(2005, 2300).mapToObj(PublicHolidaysTest::freeWeekdays))
                .allSatisfy(days -> assertThat(days).hasSizeBetween(7, 12));
    }

    @Test
    void afterTheDaysOfChristmasComesTheNextWeekday() {
        assertThat(PublicHolidays.weekdayFrom(LocalDate.parse("2026-12-24"))).isEqualTo("2026-12-28");
        assertThat(PublicHolidays.weekdayFrom(LocalDate.parse("2026-12-31"))).isEqualTo("2027-01-04");
        assertThat(PublicHolidays.weekdayFrom(LocalDate.parse("2026-12-23"))).isEqualTo("2026-12-23");
    }

    private static List<LocalDate> freeWeekdays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(PublicHolidays::isFree)
                .toList();
    }
}
