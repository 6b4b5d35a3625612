package se.tidig.bundle;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words and numbers that the bundles of earlier versions do not hold themselves; they stand, each with its reason, in
 * {@code earlier-bundles.properties}. Running cases keep such bundles.
 */
public final class EarlierBundles {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "earlier-bundles",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private EarlierBundles() {}

    /** The text of the key, Swedish, with the values in their places. */
    public static String text(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.forLanguageTag("sv-SE")).format(values);
    }

    /** The number of the key. */
    public static int number(String key) {
        return Integer.parseInt(WORDS.getString(key));
    }
}
