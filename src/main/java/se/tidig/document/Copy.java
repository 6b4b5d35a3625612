package se.tidig.document;

import java.util.List;
import se.tidig.form.AnsweredForm;

/**
 * What somebody has sent in, as it was, to be read and printed.
 *
 * @param title what it is, in Swedish
 * @param facts numbers, times and names that stand above the answers
 * @param answers in the words of the form that asked for them
 * @param files the names of the files that came with it
 */
public record Copy(String title, List<Fact> facts, AnsweredForm answers, List<String> files) {

    /** A fact with its label, in Swedish. */
    public record Fact(String label, String value) {}
}
