package se.tidig.portal.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.tidig.FileSize;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.organisation.Board;

/** Writes dates and money in the page's language; days and times are those of Sweden in both languages. */
public final class PageText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

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

    public String bytes(long size) {
        return FileSize.text(size, english ? Locale.ENGLISH : Locale.ROOT);
    }

    /** The board's name, which exists only in Swedish. */
    public String board(String letter) {
        return Board.byLetter(letter).map(Board::swedishName).orElse(letter);
    }
}
