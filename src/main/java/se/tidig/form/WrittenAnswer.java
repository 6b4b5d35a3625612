package se.tidig.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, days, times and telephone numbers as people write them by hand, in Swedish and in English. Nothing is guessed:
 * what can mean two things, or nothing, is read as null.
 */
final class WrittenAnswer {

    /** Blanks as people and programs write them between digits: plain, no-break, narrow and thin. */
    private static final String BLANK = "[\\s\\u00a0\\u202f\\u2009\\u2007]";

    private static final Pattern CURRENCY = Pattern.compile(
            "^(?:sek|kr)\\.?" + BLANK + "*|" + BLANK + "*(?:kr|kronor|sek)\\.?$|:-$|,-$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED_BY_BLANKS =
            Pattern.compile("-?\\d{1,3}(?:" + BLANK + "\\d{3})+(?:[.,]\\d{0,30})?");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("-?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d{0,30})?");
    private static final Pattern GROUPED_BY_COMMAS = Pattern.compile("-?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{0,30})?");
    private static final Pattern PLAIN = Pattern.compile("-?(?:\\d{1,30}(?:[.,]\\d{0,30})?|[.,]\\d{1,30})");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final Pattern MONTH = Pattern.compile("jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?"
            + "|ma[jy]|jun[ie]?|jul[iy]?|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/. ])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?: ?[/.-] ?)(\\d{1,2})(?: ?[/.,-] ?| )(\\d{4})");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|:[ae]|\\.)?(?: of)? ?([a-z]+)\\.?,? ?(\\d{4})");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("([a-z]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern TIME = Pattern.compile("(?:kl\\.? ?|at )?(\\d{1,2})(?:[.:](\\d{2}))?");
    private static final Pattern TIME_DIGITS = Pattern.compile("(\\d{2})(\\d{2})");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\s\\u00a0()./-]");

    private WrittenAnswer() {}

    /**
     * The number; null if the text is none.
     *
     * @param digits the most decimals that the question takes; with three or more a group of three digits after a point or
     *     comma is decimals, else thousands
     */
    static BigDecimal number(String text, int digits) {
        var plain = CURRENCY.matcher(text.strip()).replaceAll("").strip().replaceFirst("^[\u2212\u2013] ?", "-");
        if (GROUPED_BY_BLANKS.matcher(plain).matches()) {
            return decimal(plain.replaceAll(BLANK, ""));
        }
        if (digits < 3 && GROUPED_BY_POINTS.matcher(plain).matches()) {
            return decimal(plain.replace(".", ""));
        }
        if (digits < 3 && GROUPED_BY_COMMAS.matcher(plain).matches()) {
            return decimal(plain.replace(",", ""));
        }
        return PLAIN.matcher(plain).matches() ? decimal(plain) : null;
    }

    private static BigDecimal decimal(String text) {
        var number = new BigDecimal(text.replace(',', '.').replaceFirst("\\.$", ""));
        return number.signum() == 0 ? BigDecimal.ZERO : number;
    }

    /** The day; null if the text is none, or none with a year of four digits. */
    static LocalDate day(String text) {
        var parts = parts(text);
        try {
            return parts == null ? null : LocalDate.of(parts.year(), parts.month(), parts.day());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The month if the text is a day that the month does not have, as 31 February; null otherwise. */
    static YearMonth exceeded(String text) {
        var parts = parts(text);
        if (parts == null || parts.month() < 1 || parts.month() > 12) {
            return null;
        }
        var month = YearMonth.of(parts.year(), parts.month());
        return parts.day() > month.lengthOfMonth() ? month : null;
    }

    private record Parts(int year, int month, int day) {}

    private static Parts parts(String text) {
        var plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll(BLANK + "+", " ")
                .replaceFirst("^(?:\\p{L}+dag(?:en)? |\\p{L}+day,? )", "")
                .replaceFirst("^den ", "");
        var found = matched(YEAR_FIRST, plain);
        if (found != null) {
            return parts(found.group(1), found.group(3), found.group(4));
        }
        found = matched(DIGITS_ONLY, plain);
        if (found != null) {
            return parts(found.group(1), found.group(2), found.group(3));
        }
        found = matched(DAY_FIRST, plain);
        if (found != null) {
            return parts(found.group(3), found.group(2), found.group(1));
        }
        found = matched(DAY_AND_MONTH, plain);
        if (found != null) {
            return parts(found.group(3), month(found.group(2)), found.group(1));
        }
        found = matched(MONTH_AND_DAY, plain);
        return found == null ? null : parts(found.group(3), month(found.group(1)), found.group(2));
    }

    private static Matcher matched(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher : null;
    }

    private static Parts parts(String year, String month, String day) {
        return new Parts(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** The number of the month, 0 if it is none. */
    private static String month(String name) {
        if (!MONTH.matcher(name).matches()) {
            return "0";
        }
        var begin = name.substring(0, 3).replace("may", "maj").replace("oct", "okt");
        return String.valueOf(MONTHS.indexOf(begin) + 1);
    }

    /** The time of day; null if the text is none. */
    static LocalTime time(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT).replaceAll(BLANK + "+", " ");
        var found = matched(TIME, plain);
        if (found == null) {
            found = matched(TIME_DIGITS, plain);
        }
        try {
            return found == null
                    ? null
                    : LocalTime.of(
                            Integer.parseInt(found.group(1)),
                            found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A telephone number without the signs between its digits, a Swedish one with Sweden's number in front. */
    static String phone(String text) {
        var plain = PHONE_SIGNS.matcher(text).replaceAll("");
        if (!plain.matches("\\+?\\d{5,20}")) {
            return text;
        }
        return plain.matches("0[1-9].*") ? "+46" + plain.substring(1) : plain;
    }

    /** {@code 13:30}, as answers hold it. */
    static String text(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }
}
