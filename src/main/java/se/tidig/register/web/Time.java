package se.tidig.register.web;

import java.time.LocalDate;
import se.tidig.SwedishDate;
import se.tidig.register.CaseLine;

/**
 * A last day as people are told of it.
 *
 * @param key of the message: {@code late}, {@code today}, {@code tomorrow}, {@code in} or {@code out}
 * @param look class of the style sheet: shape and colour beside the words
 * @param days until the day, or since it
 */
record Time(String key, String look, long days, LocalDate day) {

    /** Null if there is no last day. Only the authority's own time can be late. */
    static Time of(CaseLine line, LocalDate today) {
        if (line.due() == null) {
            return null;
        }
        return of(line.due(), line.turn() == CaseLine.Turn.OURS, today);
    }

    static Time of(LocalDate day, boolean ours, LocalDate today) {
        var days = SwedishDate.daysLeft(today, day);
        if (!ours) {
            return new Time("out", "t-out", days, day);
        }
        if (days < 0) {
            return new Time("late", "t-late", -days, day);
        }
        if (days < 2) {
            return new Time(days == 0 ? "today" : "tomorrow", "t-today", days, day);
        }
        return new Time("in", "t-ok", days, day);
    }
}
