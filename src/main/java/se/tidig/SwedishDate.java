package se.tidig;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Swedish days and times, as people read them; inside the system, time is an {@link Instant}. */
public final class SwedishDate {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv"));
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("sv"));

    private SwedishDate() {}

    /** The day in Sweden at the instant. */
    public static LocalDate on(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of the day in Sweden. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The instant at which the day ends in Sweden: the first of the next day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The last day of a time that ends at the instant: a time that ends at midnight ends with the day before. */
    public static LocalDate lastDay(Instant end) {
        return on(end.minusNanos(1));
    }

    /** The days that are left, by the calendar: 0 on the last day, negative after it. */
    public static long daysLeft(LocalDate today, LocalDate lastDay) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    /** {@code 21 november 2026}; null for null. */
    public static String text(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    /** {@code 21 november 2026 kl. 14.05}; null for null. */
    public static String text(Instant instant) {
        return instant == null ? null : MINUTE.format(instant.atZone(ZONE));
    }
}
