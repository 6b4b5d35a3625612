package se.tidig.document;

import java.text.Bidi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Isolates right-to-left text from the sentence that it is inserted into. Otherwise a name in Arabic or Hebrew moves
 * the numbers and signs beside it: "محمد, 100 000 kr" is read as another sum.
 */
final class Isolates {

    /** Unicode reserves these two characters for use inside programs, so no text contains them. */
    private static final char START = '\uFDD0';

    private static final char END = '\uFDD1';

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    /** An isolate ends at the end of its line. */
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

    private static final Pattern MARKED = Pattern.compile(START + "([^" + START + END + "<>]*)" + END);
    private static final Pattern MARK = Pattern.compile("[" + START + END + "]");

    /** Places in HTML that allow no element. */
    private static final Pattern TEXT_ONLY = Pattern.compile("<title>.*?</title>|<[^>]*>", Pattern.DOTALL);

    private Isolates() {}

    /** Marks each right-to-left text in the content, also in maps and lists. */
    static Object mark(Object content) {
        if (content instanceof String text) {
            return LINE.matcher(MARK.matcher(text).replaceAll(""))
                    .replaceAll(line -> Matcher.quoteReplacement(marked(line.group())));
        }
        if (content instanceof Map<?, ?> map) {
            var marked = new LinkedHashMap<Object, Object>();
            map.forEach((key, value) -> marked.put(key, mark(value)));
            return marked;
        }
        if (content instanceof Collection<?> rows) {
            return rows.stream().map(Isolates::mark).toList();
        }
        return content;
    }

    private static String marked(String line) {
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? START + line + END : line;
    }

    /** Replaces the marks in a filled text with Unicode's isolates. */
    static String asText(String filled) {
        return replaced(filled, FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE);
    }

    /** Replaces the marks in a filled page with {@code <bdi>}. */
    static String asHtml(String filled) {
        var elsewhere = TEXT_ONLY.matcher(filled).replaceAll(found -> Matcher.quoteReplacement(asText(found.group())));
        return replaced(elsewhere, "<bdi>", "</bdi>");
    }

    private static String replaced(String filled, String start, String end) {
        var whole = MARKED.matcher(filled)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(start + found.group(1) + end));
        // A template may have cut off part of a value, with one of its marks.
        return MARK.matcher(whole).replaceAll("");
    }
}
