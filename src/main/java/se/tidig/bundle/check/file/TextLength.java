package se.tidig.bundle.check.file;

import se.tidig.bundle.check.finding.FindingList;

/**
 * Checks texts against the lengths of the engine's database columns. The engine refuses a longer text at the
 * deployment, or fails the case at the step that has it. Tidig's own tables hold texts of any length.
 */
public final class TextLength {

    /** The length of most columns. */
    public static final int NAME = 255;

    /** The length of version tags, and of the ids of a table's columns and rows, which the decision history stores. */
    public static final int SHORT = 64;

    /** The length of descriptions, and of strings that are variables or results. */
    public static final int TEXT = 4000;

    private final String file;
    private final FindingList findings;

    public TextLength(String file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Adds an error if the text is longer than the limit; null is never too long. */
    public void limit(String element, String what, String text, int longest) {
        if (text != null && text.length() > longest) {
            tooLong(element, what, text.length(), longest);
        }
    }

    /** Adds the error that the text has too many characters. */
    public void tooLong(String element, String what, int length, int longest) {
        findings.error(
                file,
                element,
                what + " har " + length + " tecken, och motorn tar högst " + longest,
                "korta ner det till högst " + longest + " tecken");
    }
}
