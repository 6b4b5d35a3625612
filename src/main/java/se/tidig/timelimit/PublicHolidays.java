package se.tidig.timelimit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which nobody has to act: Saturdays, Sundays, the other public holidays (1 § lagen 1989:253) and the three
 * eves that lagen (1930:173) names. They are computed, so that no year is missing. Banks make no payments on these
 * days.
 */
public final class PublicHolidays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** The ones with a fixed date, including julafton and nyårsafton. */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 6),
            MonthDay.of(Month.DECEMBER, 24),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26),
            MonthDay.of(Month.DECEMBER, 31));

    /**
     * Långfredagen, annandag påsk and Kristi himmelsfärdsdag, in days from Easter Day; the other movable ones are
     * Sundays.
     */
    private static final Set<Integer> FROM_EASTER = Set.of(-2, 1, 39);

    private PublicHolidays() {}

    /** Whether a measure may wait for the next weekday if this is its last day (2 § lagen 1930:173). */
    public static boolean isFree(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek())
                || FIXED.contains(MonthDay.from(day))
                || FROM_EASTER.contains(
                        day.getDayOfYear() - easterDay(day.getYear()).getDayOfYear())
                || isMidsummerEve(day);
    }

    /** The day itself, or the next working day if it is free. */
    public static LocalDate weekdayFrom(LocalDate day) {
        var weekday = day;
        while (isFree(weekday)) {
            weekday = weekday.plusDays(1);
        }
        return weekday;
    }

    /** The day that lies the given number of working days after the day; the day itself is not counted. */
    static LocalDate weekdaysAfter(LocalDate day, int number) {
        var reached = day;
        for (int counted = 0; counted < number; counted++) {
            reached = weekdayFrom(reached.plusDays(1));
        }
        return reached;
    }

    /** The Friday before midsommardagen, which is a Saturday from 20 to 26 June. */
    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
    }

    /** Easter Day by the Gregorian computus, in the form of Meeus, Jones and Butcher. */
    static LocalDate easterDay(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
