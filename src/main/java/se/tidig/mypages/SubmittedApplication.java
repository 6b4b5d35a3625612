package se.tidig.mypages;

import java.util.List;

/**
 * An application as it was submitted, in the words of its form.
 *
 * @param groups of the form, in order, without those that nothing was answered in
 */
public record SubmittedApplication(List<Group> groups) {

    /** @param title null for what stands outside the form's groups */
    public record Group(String title, List<Answer> answers) {}

    /**
     * A question and its answer.
     *
     * @param text null if the answer has rows
     * @param columns the questions of the rows; empty without rows
     * @param rows the answers, in the order of the columns
     */
    public record Answer(String question, String text, List<String> columns, List<List<String>> rows) {}
}
