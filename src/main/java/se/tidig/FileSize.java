package se.tidig;

import java.util.Locale;

/** Writes and counts the sizes of files: a kilobyte has 1,024 bytes, as people's own devices count. */
public final class FileSize {

    public static final int MEGABYTE = 1024 * 1024;

    private static final double KILOBYTE = 1024;
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private FileSize() {}

    /** {@code 312 kB}, {@code 2,4 MB}, in English {@code 2.4 MB}; the space is a non-breaking one. At least 1 kB. */
    public static String text(long bytes, Locale language) {
        if (bytes < MEGABYTE) {
            return Math.max(1, Math.round(bytes / KILOBYTE)) + "\u00a0kB";
        }
        var written = "en".equals(language.getLanguage()) ? Locale.UK : SWEDISH;
        return String.format(written, "%.1f\u00a0MB", bytes / (double) MEGABYTE);
    }
}
