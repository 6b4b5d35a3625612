package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.DomainTest;
import se.tidig.timelimit.TimeLimit;
import se.tidig.timelimit.TimeLimit.Unit;

@DomainTest
class BankDaysTest {

    @Autowired
    BankDays bankDays;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{1} bank days after {0} is {2}")
    @CsvSource({
        // An ordinary week; the day itself is not counted, bank day or not.
        "2026-11-16, 5, 2026-11-23",
        "2026-11-20, 1, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2026-11-22, 5, 2026-11-27",
        // Easter 2026: Good Friday 3 April, Easter Monday 6 April.
        "2026-04-02, 1, 2026-04-07",
        // First of May, Ascension Day and the National Day.
        "2026-04-30, 1, 2026-05-04",
        "2026-05-13, 1, 2026-05-15",
        "2025-06-05, 1, 2025-06-09",
        // Midsummer Eve, on the earliest and on the latest day it can fall.
        "2026-06-18, 1, 2026-06-22",
        "2027-06-24, 1, 2027-06-28",
        // Christmas, New Year and Epiphany.
        "2026-12-23, 1, 2026-12-28",
        "2026-12-30, 1, 2027-01-04",
        "2027-01-05, 1, 2027-01-07",
        "2026-12-23, 5, 2027-01-05",
    })
    void banksPayOnWeekdaysThatAreNoHolidays(LocalDate day, int number, LocalDate reached) {
        assertThat(bankDays.after(day, number)).isEqualTo(reached);
    }

    @Test
    void everyYearOfTheTableHasItsHolidays() {
        assertThat(jdbc.sql("select count(*) from tidig.bank_holiday group by extract(year from day)")
                        .query(Integer.class)
                        .list())
                .hasSize(11)
                .containsOnly(12);
    }

    @Test
    void yearsThatTheTableLacksHaveTheirHolidaysToo() {
        assertThat(bankDays.after(LocalDate.parse("2035-12-28"), 2)).isEqualTo("2036-01-03");
        assertThat(bankDays.after(LocalDate.parse("2049-04-15"), 1)).isEqualTo("2049-04-20");
    }

    @Test
    void aDayThatTheTableAddsIsNoBankDay() {
        jdbc.sql("insert into tidig.bank_holiday (day, name) values ('2026-11-17', 'Stängt')")
                .update();
        try {
            assertThat(bankDays.after(LocalDate.parse("2026-11-16"), 1)).isEqualTo("2026-11-18");
        } finally {
            jdbc.sql("delete from tidig.bank_holiday where day = '2026-11-17'").update();
        }
    }

    @Test
    void aTimeInAnotherUnitEndsAsAnyPeriod() {
        assertThat(bankDays.after(LocalDate.parse("2026-11-16"), new TimeLimit(5, Unit.BANK_DAYS, null)))
                .isEqualTo("2026-11-23");
        assertThat(bankDays.after(LocalDate.parse("2026-11-16"), new TimeLimit(5, Unit.DAYS, null)))
                .isEqualTo("2026-11-23");
        assertThat(bankDays.after(LocalDate.parse("2026-11-16"), new TimeLimit(1, Unit.WEEKS, null)))
                .isEqualTo("2026-11-23");
    }
}
