package se.tidig.payment;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.tidig.timelimit.PublicHolidays;
import se.tidig.timelimit.TimeLimit;
import se.tidig.timelimit.TimeLimit.Unit;

/**
 * Days on which Swedish banks make payments: working days, less the days in the table {@code tidig.bank_holiday},
 * which lists further days on which banks close.
 */
@Repository
public class BankDays {

    private final JdbcClient jdbc;

    BankDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day of the period. A period in another unit than bank days ends as any other period does. */
    LocalDate after(LocalDate day, TimeLimit limit) {
        return limit.unit() == Unit.BANK_DAYS
                ? after(day, limit.number())
                : limit.after(day).last();
    }

    /**
     * Counts the given number of bank days after the day and returns the last of them. The day itself is not counted.
     */
    public LocalDate after(LocalDate day, int bankDays) {
        var closed = closedAfter(day);
        var reached = day;
        for (int counted = 0; counted < bankDays; ) {
            reached = reached.plusDays(1);
            if (!PublicHolidays.isFree(reached) && !closed.contains(reached)) {
                counted++;
            }
        }
        return reached;
    }

    private Set<LocalDate> closedAfter(LocalDate day) {
        return jdbc
                .sql("select day from tidig.bank_holiday where day > ?")
                .param(day)
                .query(LocalDate.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
