package se.tidig.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one posted value as the type that its component gives, exactly as {@link Answers} documents. */
final class AnswerReader {

    static final int LONGEST_TEXT = 20_000;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
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

    /** Null where the value is unset. */
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
            var text = value instanceof Double || value instanceof Float ? plain(value) : value.toString();
            if (NUMBER.matcher(text).matches()) {
                var number = new BigDecimal(text);
                return number.signum() == 0 ? BigDecimal.ZERO : number;
            }
            if (value instanceof BigDecimal big && Math.abs((long) big.scale()) <= 30 && big.precision() <= 30) {
                return new BigDecimal(big.toPlainString());
            }
        }
        throw new Unreadable("number");
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
        var text = Options.text(value);
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
        if (!(value instanceof String text)) {
            throw new Unreadable("text");
        }
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
        throw new Unreadable(subtype);
    }

    /** The time of day in a read time or date and time; null for a date. */
    static LocalTime time(String text) {
        var time = text.substring(text.indexOf('T') + 1);
        return TIME.matcher(time).matches() ? LocalTime.parse(time.substring(0, 5)) : null;
    }
}
