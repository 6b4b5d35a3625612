package se.tidig.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.tidig.SwedishDate;

/** Writes an answer back as a person writes it: always in the same way, and what could not be read as it was typed. */
final class ShownAnswer {

    private final boolean english;
    private final DateTimeFormatter days;

    ShownAnswer(Locale language) {
        english = "en".equals(language.getLanguage());
        days = DateTimeFormatter.ofPattern("d MMMM uuuu", english ? Locale.UK : FormMessages.SWEDISH);
    }

    /** The value of a control; empty if there is none. */
    String of(FormComponent component, Object value) {
        if (value instanceof Number number) {
            return number(component, new BigDecimal(number.toString()));
        }
        if (component.type() == ComponentType.NUMBER && value instanceof String text) {
            var number = component.flag("serializeToString") ? AnswerReader.decimal(text) : null;
            return number == null ? text : number(component, number);
        }
        if (component.type() == ComponentType.DATETIME && value instanceof String text) {
            return parts(component, text)[0];
        }
        return value == null || value instanceof Iterable || value instanceof java.util.Map ? "" : value.toString();
    }

    /** The time of a date with time; empty if there is none. */
    String time(FormComponent component, Object value) {
        return value instanceof String text ? parts(component, text)[1] : "";
    }

    /** An amount is written with öre only if there are any. */
    private String number(FormComponent component, BigDecimal number) {
        var isMoney = "money".equals(component.properties().get("check"))
                || "kr".equals(component.nested("appearance", "suffixAdorner"));
        var isWhole = number.stripTrailingZeros().scale() <= 0;
        var isGrouped = isMoney || number.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
        return format(number, isGrouped, isMoney && !isWhole ? 2 : 0);
    }

    /** A sum of amounts. */
    String amount(BigDecimal sum) {
        return format(sum, true, sum.stripTrailingZeros().scale() <= 0 ? 0 : 2);
    }

    private String format(BigDecimal number, boolean isGrouped, int least) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(english ? ',' : '\u00a0');
        symbols.setDecimalSeparator(english ? '.' : ',');
        var format = new DecimalFormat(isGrouped ? "#,##0" : "0", symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(30);
        return format.format(number);
    }

    private String[] parts(FormComponent component, String text) {
        var subtype = component.text("subtype") == null ? "date" : component.text("subtype");
        var readable = AnswerReader.isReadable(component, text);
        if (subtype.equals("date")) {
            return new String[] {day(text), ""};
        }
        if (subtype.equals("time")) {
            return new String[] {readable ? time(text.substring(0, 5)) : text, ""};
        }
        if (readable && text.length() > 16) {
            var moment = OffsetDateTime.parse(text).atZoneSameInstant(SwedishDate.ZONE);
            return new String[] {days.format(moment), time(moment.format(DateTimeFormatter.ofPattern("HH:mm")))};
        }
        var split = text.lastIndexOf('T');
        return split < 0
                ? new String[] {day(text), ""}
                : new String[] {day(text.substring(0, split)), time(text.substring(split + 1))};
    }

    private String day(String text) {
        try {
            return days.format(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private String time(String text) {
        return english || !text.matches("\\d\\d:\\d\\d") ? text : text.replace(':', '.');
    }
}
