package se.tidig;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The program's sentences that name a provision, from {@code legal-texts.properties}: what staff are told when an act
 * is refused, and notes in the journal. No provision stands in a sentence in Java.
 */
public final class LegalTexts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "legal-texts",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private LegalTexts() {}

    /** The Swedish text of the key, with the values filled in as they are written. */
    public static String of(String key, Object... values) {
        // As text: MessageFormat would group the digits of a year.
        var texts = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(texts);
    }
}
