package se.tidig.application;

import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;

/** Tells when a paper counts as received: the register knows its day (22 § FL), but the call closes at an instant. */
final class DayOfReceipt {

    private DayOfReceipt() {}

    /**
     * A paper received on the closing day is in time until the end of the day, whatever the hour at which the portal
     * closes.
     *
     * @param day the day of receipt as registered
     * @param closesAt the last instant to apply
     */
    static Instant instant(LocalDate day, Instant closesAt) {
        var closingDay = SwedishDate.on(closesAt.minusNanos(1));
        if (!day.equals(closingDay)) {
            return noon(day);
        }
        return closesAt.isBefore(noon(day)) ? closesAt : noon(day);
    }

    /**
     * Refuses a day on which nothing can have come in.
     *
     * @param earliest the first possible day
     * @param since what happened on that day, as the words after "innan"
     * @throws Rejected by the key {@code receivedDate}
     */
    static void check(LocalDate day, LocalDate earliest, String since, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Rejected("receivedDate", "Dagen då handlingen kom in kan inte vara senare än i dag.");
        }
        if (day.isBefore(earliest)) {
            throw new Rejected(
                    "receivedDate",
                    "Dagen då handlingen kom in kan inte vara före den %s, innan %s. Kontrollera dagen."
                            .formatted(SwedishDate.text(earliest), since));
        }
    }

    /** An hour within the day, for papers that have no deadline by the instant. */
    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
