package se.tidig.form;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expressions of forms as the browser reads them: {@code \s} takes a no-break space, {@code $} stands only at
 * the very end, and a sign beyond the first 65,536 is two. What only Java or only JavaScript has is not translated.
 */
final class JsPattern {

    private static final Pattern GROUP = Pattern.compile("\\(\\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>)");
    private static final Pattern QUANTIFIER = Pattern.compile("(?:[*+?]|\\{\\d{1,4}(?:,\\d{0,4})?})\\??");
    private static final Pattern CODE = Pattern.compile("\\\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})");
    private static final int TO_PRIVATE_USE = 0xE000 - Character.MIN_SURROGATE;
    private static final Map<String, Optional<Pattern>> TRANSLATED = new ConcurrentHashMap<>();

    private final String text;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean inClass;

    /** Whether a quantifier may stand next. */
    private boolean isAfterTerm;

    private JsPattern(String text) {
        this.text = text;
    }

    /** The same pattern for {@link #isFound}; empty if Java and JavaScript read it differently. */
    static Optional<Pattern> translate(String pattern) {
        if (TRANSLATED.size() > 5_000) {
            TRANSLATED.clear();
        }
        return TRANSLATED.computeIfAbsent(pattern, text -> {
            try {
                var translation = new JsPattern(text);
                return translation.isTranslated()
                        ? Optional.of(Pattern.compile(translation.java.toString()))
                        : Optional.empty();
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether the pattern is found anywhere in the text; a form of an older bundle may have one that only Java knows. */
    static boolean isFound(String pattern, String text) {
        return translate(pattern)
                .map(translated -> translated.matcher(units(text)).find())
                .orElseGet(() -> Pattern.compile(pattern).matcher(text).find());
    }

    /** The text with each half of a surrogate pair as a sign of its own. */
    private static String units(String text) {
        return text.chars()
                .map(sign -> Character.isSurrogate((char) sign) ? sign + TO_PRIVATE_USE : sign)
                .collect(StringBuilder::new, (units, sign) -> units.append((char) sign), StringBuilder::append)
                .toString();
    }

    private boolean isTranslated() {
        while (at < text.length()) {
            var isRead = text.charAt(at) == '\\' ? escape() : inClass ? inClass() : outside();
            if (!isRead) {
                return false;
            }
        }
        return !inClass;
    }

    private boolean escape() {
        if (at + 1 == text.length()) {
            return false;
        }
        var sign = text.charAt(at + 1);
        isAfterTerm = true;
        var code = CODE.matcher(text).region(at, text.length());
        if (code.lookingAt()) {
            literal((char) Integer.parseInt(code.group().substring(2), 16));
            at = code.end();
            return true;
        }
        at += 2;
        switch (sign) {
            case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f' -> java.append('\\').append(sign);
            case 'v' -> java.append("\\x0B");
            case 's' -> java.append(inClass ? JsText.BLANKS : "[" + JsText.BLANKS + "]");
            case 'S' -> java.append("[^").append(JsText.BLANKS).append(']');
            default -> {
                if (Character.isLetterOrDigit(sign)) {
                    return false;
                }
                literal(sign);
            }
        }
        return !(inClass && sign == 'S');
    }

    private boolean inClass() {
        var sign = text.charAt(at++);
        if (sign == '[') {
            return false;
        }
        if (sign == ']') {
            inClass = false;
            isAfterTerm = true;
            java.append(']');
        } else if (sign == '-') {
            java.append('-');
        } else {
            literal(sign);
        }
        return true;
    }

    private boolean outside() {
        var quantifier = QUANTIFIER.matcher(text).region(at, text.length());
        if (quantifier.lookingAt()) {
            java.append(quantifier.group());
            at = quantifier.end();
            var isAllowed = isAfterTerm;
            isAfterTerm = false;
            return isAllowed;
        }
        var sign = text.charAt(at);
        switch (sign) {
            case '[' -> open();
            case '(' -> {
                return group();
            }
            case ')' -> sign(")", true);
            case '|' -> sign("|", false);
            case '^' -> sign("^", false);
            case '$' -> sign("\\z", false);
            case '.' -> sign("[^\\n\\r\\u2028\\u2029]", true);
            case '*', '+', '?' -> {
                return false;
            }
            default -> {
                literal(sign);
                at++;
                isAfterTerm = true;
            }
        }
        return true;
    }

    private void sign(String translation, boolean term) {
        java.append(translation);
        at++;
        isAfterTerm = term;
    }

    private void open() {
        var negated = text.startsWith("[^", at);
        java.append(negated ? "[^" : "[");
        at += negated ? 2 : 1;
        inClass = true;
    }

    private boolean group() {
        var special = GROUP.matcher(text).region(at, text.length());
        isAfterTerm = false;
        if (special.lookingAt()) {
            java.append(special.group());
            at = special.end();
            return true;
        }
        java.append('(');
        at++;
        return at == text.length() || text.charAt(at) != '?';
    }

    private void literal(char sign) {
        var unit = Character.isSurrogate(sign) ? (char) (sign + TO_PRIVATE_USE) : sign;
        if (Character.isLetterOrDigit(unit)) {
            java.append(unit);
        } else {
            java.append("\\u").append("%04x".formatted((int) unit));
        }
    }
}
