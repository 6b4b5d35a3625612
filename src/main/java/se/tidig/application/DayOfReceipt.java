package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;

/** When a paper counts as having come in: the register knows its day (22 § FL), the call closes at an instant. */
final class DayOfReceipt {

    private DayOfReceipt() {}

    /**
     * A paper received on the closing day is in time until the day's end, whatever the hour at which the portal closed.
     *
     * @param day the day of receipt as registered
     * @param closesAt the call's closing
     */
    static Instant instant(LocalDate day, Instant closesAt) {
        var closingDay = SwedishDate.on(closesAt.minusNanos(1));
        if (!day.equals(closingDay)) {
            return noon(day);
        }
        return closesAt.isBefore(noon(day)) ? closesAt : noon(day);
    }

    /** An hour within the day, for papers that race no instant. */
    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
