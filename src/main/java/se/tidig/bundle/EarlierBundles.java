package se.tidig.bundle;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words and numbers that bundles of earlier versions lack, for the cases that still run under them. They are in
 * {@code earlier-bundles.properties}, each with its reason.
 */
public final class EarlierBundles {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "earlier-bundles",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private EarlierBundles() {}

    /** The Swedish text of the key, with the values filled in. */
    public static String text(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.forLanguageTag("sv-SE")).format(values);
    }

    /** The number of the key. */
    public static int number(String key) {
        return Integer.parseInt(WORDS.getString(key));
    }
}
