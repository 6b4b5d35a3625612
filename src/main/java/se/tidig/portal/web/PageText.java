package se.tidig.portal.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.organisation.Board;

/** Writes dates and money in the page's language; days and times are those of Sweden in both languages. */
public final class PageText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final double KILOBYTE = 1024;
    private static final double MEGABYTE = KILOBYTE * KILOBYTE;

    private final boolean english;

    PageText(Locale locale) {
        this.english = "en".equals(locale.getLanguage());
    }

    public String at(Instant instant) {
        if (!english || instant == null) {
            return SwedishDate.text(instant);
        }
        return MINUTE.format(instant.atZone(SwedishDate.ZONE));
    }

    public String on(LocalDate day) {
        return !english || day == null ? SwedishDate.text(day) : DAY.format(day);
    }

    public String money(Sek amount) {
        if (!english || amount == null) {
            return amount == null ? null : amount.toString();
        }
        return "SEK\u00a0" + NumberFormat.getNumberInstance(Locale.UK).format(amount.amount());
    }

    /** A file's size: {@code 1,2 MB}; under a megabyte in whole kilobytes, at least one. */
    public String bytes(long size) {
        if (size < MEGABYTE) {
            return Math.max(1, Math.round(size / KILOBYTE)) + "\u00a0kB";
        }
        return String.format(english ? Locale.UK : SWEDISH, "%.1f\u00a0MB", size / MEGABYTE);
    }

    /** The board's name, which exists only in Swedish. */
    public String board(String letter) {
        return Board.byLetter(letter).map(Board::swedishName).orElse(letter);
    }
}
