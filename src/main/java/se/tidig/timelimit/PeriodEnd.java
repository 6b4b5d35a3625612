package se.tidig.timelimit;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;

/**
 * The end of a period according to lagen (1930:173).
 *
 * @param counted the day on which the period ends by counting
 * @param last the last day to act: the counted day, or the next weekday if nobody has to act on that day
 */
public record PeriodEnd(LocalDate counted, LocalDate last) {

    /**
     * The end of a time with the given last day. A day that the board has set itself is not a period of law, but a
     * document that comes on the next weekday is still accepted as in time.
     */
    public static PeriodEnd on(LocalDate counted) {
        return new PeriodEnd(counted, PublicHolidays.weekdayFrom(counted));
    }

    /** The instant at which the last day ends in Sweden. */
    public Instant passed() {
        return SwedishDate.endOf(last);
    }
}
