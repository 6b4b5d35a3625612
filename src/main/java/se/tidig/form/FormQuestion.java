package se.tidig.form;

import java.util.List;

/**
 * A question on a page.
 *
 * @param kind {@code line}, {@code lines}, {@code number}, {@code checkbox}, {@code radio}, {@code checklist},
 *     {@code select}, {@code taglist}, {@code date}, {@code time}, {@code datetime} or {@code uploads}
 * @param id of its first control
 * @param name of its controls: the key, in rows with the row's place
 * @param hint null if there is none
 * @param value as it is written; of several choices nothing
 * @param time of a date with time; null for others
 * @param choices its alternatives in order; of a checkbox the one
 * @param optional whether a person may leave it unanswered without being reminded of it
 * @param readonly whether its answer is shown and cannot be changed
 * @param error null if nothing is wrong
 * @param input how its control looks and behaves
 * @param documents what it asks for by files
 */
public record FormQuestion(
        String kind,
        String id,
        String name,
        String label,
        String hint,
        String value,
        String time,
        List<Choice> choices,
        boolean required,
        boolean optional,
        boolean readonly,
        String error,
        Input input,
        List<FormDocument> documents)
        implements FormElement {

    /**
     * An alternative.
     *
     * @param follows what is asked if it is chosen; the browser hides it as long as it is not
     */
    public record Choice(String id, String value, String label, boolean chosen, List<FormElement> follows) {}

    /**
     * How a control looks and behaves.
     *
     * @param type {@code text}, {@code email}, {@code tel} or {@code url}
     * @param mode the keyboard of a telephone; null for the usual
     * @param autocomplete what the browser can fill in; null for nothing
     * @param width the class of its width; null for all of the column
     * @param prefix what stands before it; null for nothing
     * @param suffix what stands after it; null for nothing
     * @param maxLength the most characters of a long text; null if there is no limit
     * @param sums the name of the sum that it is part of; null for none
     */
    public record Input(
            String type,
            String mode,
            String autocomplete,
            String width,
            String prefix,
            String suffix,
            Integer maxLength,
            String sums) {}

    /** The ids of what describes its controls, for those who hear the page; null for nothing. */
    public String describedBy() {
        var ids = (hint == null && !kind.equals("date") ? "" : id + "-hint ")
                + (error == null ? "" : id + "-error ")
                + (kind.equals("lines") && input.maxLength() != null ? id + "-count" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** The words of what is chosen, in order. */
    public List<String> chosen() {
        return choices.stream().filter(Choice::chosen).map(Choice::label).toList();
    }
}
