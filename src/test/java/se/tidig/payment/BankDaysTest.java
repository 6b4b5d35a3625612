package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tidig.TidigTest;

@TidigTest
class BankDaysTest {

    @Autowired
    BankDays bankDays;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest(name = "{1} bank days after {0} is {2}")
    @CsvSource({
        // An ordinary week; the day itself is not counted, whether a bank day or not.
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
    void aYearThatTheTableLacksIsTold() {
        assertThatThrownBy(() -> bankDays.after(LocalDate.parse("2035-12-28"), 2))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("2036");
    }
}
