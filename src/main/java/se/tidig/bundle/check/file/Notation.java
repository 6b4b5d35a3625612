package se.tidig.bundle.check.file;

import java.util.regex.Pattern;

/** The notation of ids, file names, version tags and times to live, the same in every kind of model. */
public final class Notation {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P0*[1-9]\\d{0,4}D|0*[1-9]\\d{0,4}");

    private Notation() {}

    /** Lower case and hyphens, as in {@code change-request}; false for null. */
    public static boolean isKebab(String text) {
        return text != null && KEBAB.matcher(text).matches();
    }

    /** Three numbers, as in {@code 1.0.0}; false for null. */
    public static boolean isVersion(String text) {
        return text != null && VERSION.matcher(text).matches();
    }

    /**
     * From 1 to 99 999 days, the only unit that the engine reads; false for null. With 0 days the engine deletes the
     * history when the case ends, and no database stores a day much further ahead.
     */
    public static boolean isTimeToLive(String text) {
        return text != null && TIME_TO_LIVE.matcher(text).matches();
    }

    /** Whether a text is missing or empty. */
    public static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
