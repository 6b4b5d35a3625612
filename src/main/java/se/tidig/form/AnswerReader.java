package se.tidig.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one posted value as the type that its component gives, exactly as {@link Answers} documents. */
final class AnswerReader {

    static final int LONGEST_TEXT = 20_000;

    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
    private static final DateTimeFormatter YEAR_MONTH_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(Z|[+-]\\d\\d:\\d\\d)?");

    private AnswerReader() {}

    /** A value that is not of its component's type; the message's name and what goes into it. */
    static final class Unreadable extends RuntimeException {
        final transient Object[] values;

        Unreadable(String message, Object... values) {
            super(message, null, false, false);
            this.values = values;
        }
    }

    /** The value as an answer; null if it is unset. */
    static Object read(FormComponent component, Object value) {
        if (value == null || "".equals(value)) {
            return null;
        }
        return switch (component.type()) {
            case NUMBER -> number(component, value);
            case CHECKBOX -> bool(value);
            case RADIO, SELECT -> option(value);
            case CHECKLIST, TAGLIST -> options(value);
            case DATETIME -> datetime(component, text(value));
            case TEXTAREA -> text(value);
            case TEXTFIELD -> line(value);
            default -> value;
        };
    }

    private static Object number(FormComponent component, Object value) {
        if (value instanceof Number || value instanceof String && component.flag("serializeToString")) {
            var number = decimal(value instanceof Double || value instanceof Float ? plain(value) : value.toString());
            if (number != null) {
                return number;
            }
            if (value instanceof BigDecimal big && Math.abs((long) big.scale()) <= 30 && big.precision() <= 30) {
                return new BigDecimal(big.toPlainString());
            }
        }
        throw new Unreadable("number");
    }

    /** The number that the text says; form-js sends "5." as it is typed. Null if it is none. */
    static BigDecimal decimal(String text) {
        var trimmed = JsText.trim(text);
        if (!NUMBER.matcher(trimmed).matches()) {
            return null;
        }
        var number = new BigDecimal(trimmed);
        return number.signum() == 0 ? BigDecimal.ZERO : number;
    }

    private static String plain(Object value) {
        var number = ((Number) value).doubleValue();
        return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : "";
    }

    private static Boolean bool(Object value) {
        if (value instanceof Boolean answer) {
            return answer;
        }
        throw new Unreadable("boolean");
    }

    private static String option(Object value) {
        var text = OptionList.text(value);
        if (text == null) {
            throw new Unreadable("option");
        }
        return text;
    }

    private static List<String> options(Object value) {
        if (!(value instanceof List<?> list)) {
            throw new Unreadable("options");
        }
        var chosen = new LinkedHashSet<String>();
        list.forEach(element -> chosen.add(option(element)));
        return List.copyOf(chosen);
    }

    private static String line(Object value) {
        var text = text(value);
        if (text.contains("\n") || text.contains("\r")) {
            throw new Unreadable("line");
        }
        return text;
    }

    private static String text(Object value) {
        if (!(value instanceof String written)) {
            throw new Unreadable("text");
        }
        // Pasted, seen by nobody, and not allowed in a letter's XML.
        var text = written.replace('\f', ' ').replace('\u000B', ' ');
        if (text.length() > LONGEST_TEXT) {
            throw new Unreadable("tooLong", LONGEST_TEXT);
        }
        // A lone surrogate cannot be stored as UTF-8, and PostgreSQL takes no NUL.
        if (CONTROL.matcher(text).find()
                || text.chars().anyMatch(c -> Character.isSurrogate((char) c)) && !paired(text)) {
            throw new Unreadable("control");
        }
        return VisibleText.directionClosed(text);
    }

    private static boolean paired(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static String datetime(FormComponent component, String text) {
        var subtype = component.text("subtype") == null ? "date" : component.text("subtype");
        var parts = text.split("T", -1);
        var wanted = subtype.equals("datetime") ? 2 : 1;
        try {
            if (parts.length == wanted && (subtype.equals("time") || parts[0].length() == 10)) {
                if (!subtype.equals("time")) {
                    LocalDate.parse(parts[0], YEAR_MONTH_DAY);
                }
                if (subtype.equals("date") || TIME.matcher(parts[wanted - 1]).matches()) {
                    return text;
                }
            }
        } catch (DateTimeException e) {
            // Falls through to the message: 2026-02-30 is no date.
        }
        var month = WrittenAnswer.exceeded(parts[0]);
        if (month != null && !subtype.equals("time")) {
            throw new Unreadable("date.exceeded", month, month.lengthOfMonth());
        }
        throw new Unreadable(subtype);
    }

    static boolean isReadable(FormComponent component, Object value) {
        try {
            return value instanceof String text && datetime(component, text) != null;
        } catch (Unreadable e) {
            return false;
        }
    }

    /** The time of day in a read time or date and time; null for a date. */
    static LocalTime time(String text) {
        var time = text.substring(text.indexOf('T') + 1);
        return TIME.matcher(time).matches() ? LocalTime.parse(time.substring(0, 5)) : null;
    }

    /** The day, in the zone, of a read date or date and time; null for a time. */
    static LocalDate day(String text, ZoneId zone) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return null;
        }
        return text.length() > 16
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                : LocalDate.parse(text.substring(0, 10));
    }
}
