package se.tidig.form;

import java.text.MessageFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The messages about answers, in Swedish unless another language is asked for. */
final class FormMessages {

    static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final DateTimeFormatter months;

    FormMessages(Locale locale) {
        texts = ResourceBundle.getBundle("form-messages", locale, NO_FALLBACK);
        months = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
    }

    String get(String message, Object... values) {
        // As text: MessageFormat would group digits the English way.
        var texts = Arrays.stream(values)
                .map(value -> value instanceof YearMonth month ? months.format(month) : String.valueOf(value))
                .toArray();
        return new MessageFormat(this.texts.getString(message), Locale.ROOT).format(texts);
    }
}
