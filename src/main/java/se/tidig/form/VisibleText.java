package se.tidig.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** What a person sees of a typed text: Unicode has signs without width, and signs that turn the direction of what follows. */
final class VisibleText {

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}\\u3164\\uFFA0\\u115F\\u1160\\u2800]");

    private static final char POP_EMBEDDING = '\u202C';
    private static final char POP_ISOLATE = '\u2069';

    private VisibleText() {}

    /** Whether the text has only blanks and signs without width: such an answer says nothing. */
    static boolean isEmpty(String text) {
        return !VISIBLE.matcher(text).find();
    }

    /**
     * The text with every direction that it turns turned back at its end, so that it never mirrors what stands after it on
     * a page, in a mail or in a letter.
     */
    static String directionClosed(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\u202A', '\u202B', '\u202D', '\u202E' -> open.push(POP_EMBEDDING);
                case '\u2066', '\u2067', '\u2068' -> open.push(POP_ISOLATE);
                case POP_EMBEDDING, POP_ISOLATE -> close(open, text.charAt(i));
                default -> {}
            }
        }
        var closed = new StringBuilder(text);
        open.forEach(closed::append);
        return closed.toString();
    }

    /** As the Unicode bidirectional algorithm does: an embedding's end does not reach out of the isolate it stands in. */
    private static void close(Deque<Character> open, char end) {
        if (end == POP_EMBEDDING && !open.isEmpty() && open.peek() == POP_EMBEDDING) {
            open.pop();
        } else if (end == POP_ISOLATE && open.contains(POP_ISOLATE)) {
            while (open.pop() != POP_ISOLATE) {
                // An isolate's end closes the embeddings within it.
            }
        }
    }
}
