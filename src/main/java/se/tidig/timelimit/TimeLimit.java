package se.tidig.timelimit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The length of a time, and the provision that gives it.
 *
 * @param number of the unit, at least 0
 * @param paragraph {@code 12 § förvaltningslagen}; null if the boards have set the time themselves
 */
public record TimeLimit(int number, Unit unit, String paragraph) {

    private static final List<String> WORDS =
            List.of("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv");

    /** The unit in which a time is counted. */
    public enum Unit {
        DAYS("dag", "dagar"),
        BANK_DAYS("bankdag", "bankdagar"),
        WEEKS("vecka", "veckor"),
        MONTHS("månad", "månader");

        private final String one;
        private final String many;

        Unit(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    /**
     * The end of the period that begins with an event on the day. A period in weeks ends on the same weekday. A period
     * in months ends on the same day of the month, or on the last day if the month is shorter (1 § lagen 1930:173).
     */
    public PeriodEnd after(LocalDate day) {
        return PeriodEnd.on(
                switch (unit) {
                    case DAYS -> day.plusDays(number);
                    case BANK_DAYS -> PublicHolidays.weekdaysAfter(day, number);
                    case WEEKS -> day.plusWeeks(number);
                    case MONTHS -> day.plusMonths(number);
                });
    }

    /**
     * The day that lies this time before another, for times that are counted backwards; bank days are counted as days.
     */
    public LocalDate before(LocalDate day) {
        return day.minus(
                number,
                switch (unit) {
                    case DAYS, BANK_DAYS -> ChronoUnit.DAYS;
                    case WEEKS -> ChronoUnit.WEEKS;
                    case MONTHS -> ChronoUnit.MONTHS;
                });
    }

    /** {@code sex månader}, {@code 30 dagar}. */
    public String words() {
        return (number < WORDS.size() ? WORDS.get(number) : String.valueOf(number)) + " "
                + (number == 1 ? unit.one : unit.many);
    }
}
