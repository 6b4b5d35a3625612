package se.tidig.payment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days on which Swedish banks make payments: weekdays that are not in the table {@code tidig.bank_holiday}. */
@Repository
public class BankDays {

    private final JdbcClient jdbc;

    BankDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last of a number of bank days that follow the day; the day itself is not counted.
     *
     * @throws PaymentRefused where the table lacks a year that is needed
     */
    public LocalDate after(LocalDate day, int bankDays) {
        var holidays = holidays(day.getYear());
        var reached = day;
        for (int counted = 0; counted < bankDays; ) {
            reached = reached.plusDays(1);
            if (reached.getDayOfYear() == 1) {
                holidays = holidays(reached.getYear());
            }
            if (!weekend(reached) && !holidays.contains(reached)) {
                counted++;
            }
        }
        return reached;
    }

    private Set<LocalDate> holidays(int year) {
        var holidays = jdbc
                .sql("select day from tidig.bank_holiday where day between ? and ?")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(LocalDate.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        PaymentRefused.unless(
                !holidays.isEmpty(),
                "Bankhelgdagarna för " + year
                        + " saknas i tabellen tidig.bank_holiday. Lägg till dem och försök igen.");
        return holidays;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
