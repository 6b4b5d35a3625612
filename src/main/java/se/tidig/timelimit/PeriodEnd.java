package se.tidig.timelimit;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;

/**
 * The end of a period by lagen (1930:173).
 *
 * @param counted the day that the period gives, counted
 * @param last the last day to act: the counted day, or the next weekday where nobody has to act on it
 */
public record PeriodEnd(LocalDate counted, LocalDate last) {

    /**
     * The end of a time whose last day is the day. A day that the board has set itself is no period of law, but a paper
     * that comes on the next weekday is taken as in time all the same.
     */
    public static PeriodEnd on(LocalDate counted) {
        return new PeriodEnd(counted, PublicHolidays.weekdayFrom(counted));
    }

    /** The instant at which the last day has ended in Sweden. */
    public Instant passed() {
        return SwedishDate.endOf(last);
    }
}
