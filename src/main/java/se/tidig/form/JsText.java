package se.tidig.form;

/** Text as JavaScript reads it. */
final class JsText {

    /** What {@code \s} and {@code trim()} take for a blank in JavaScript; Java's own takes fewer. */
    static final String BLANKS =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private JsText() {}

    /** The text without blanks at its ends. */
    static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char sign) {
        return sign == ' '
                || sign >= '\t' && sign <= '\r'
                || sign == '\u00a0'
                || sign == '\u1680'
                || sign >= '\u2000' && sign <= '\u200a'
                || sign == '\u2028'
                || sign == '\u2029'
                || sign == '\u202f'
                || sign == '\u205f'
                || sign == '\u3000'
                || sign == '\ufeff';
    }
}
