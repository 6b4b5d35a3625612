package se.tidig.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;

/**
 * The days of the demonstration, counted back from the day it is made. A call's reference has the year in which it
 * was set up, so early in a year the story takes fewer days; in the first weeks it is entirely in the year before.
 *
 * @param today the day it is made, in Sweden
 * @param pace days that pass in a day of the story, at most 1
 */
record StoryDays(LocalDate today, double pace) {

    /** How many days ago the story begins, at full pace. */
    static final int LENGTH = 140;

    private static final double SLOWEST = 0.5;

    static StoryDays endingAt(Instant now) {
        var today = SwedishDate.on(now);
        var pace = Math.min(1, (today.getDayOfYear() - 2) / (double) LENGTH);
        return new StoryDays(today, pace < SLOWEST ? 1 : pace);
    }

    LocalDate ago(int days) {
        return today.minusDays(Math.round(days * pace));
    }

    /** The day, or if it is in a later year than the story's beginning, the last day of the story's year. */
    LocalDate agoWithinYear(int days) {
        var day = ago(days);
        var last = LocalDate.of(ago(LENGTH).getYear(), 12, 30);
        return day.isAfter(last) ? last : day;
    }

    LocalDate ahead(int days) {
        return today.plusDays(days);
    }

    /** An hour of that day; an event on a weekend is moved to early Monday, in the same order. */
    Instant at(int daysAgo, int hour) {
        return at(ago(daysAgo), hour);
    }

    Instant at(LocalDate day, int hour) {
        var saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        var monday = day.plusDays(saturday ? 2 : 1);
        var weekend = saturday || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        var time =
                weekend && monday.isBefore(today) ? monday.atTime(7, hour + (saturday ? 0 : 30)) : day.atTime(hour, 10);
        return time.atZone(SwedishDate.ZONE).toInstant();
    }
}
