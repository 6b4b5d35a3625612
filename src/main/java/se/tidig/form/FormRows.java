package se.tidig.form;

import java.util.List;

/**
 * A list whose rows ask the same questions.
 *
 * @param name the key of its rows
 * @param label null if it has none
 * @param hint null if there is none
 * @param rowLabel what one row is called; null if the form does not say
 * @param adds whether a row can be added
 * @param addId of the button that adds a row
 * @param error null if nothing is wrong
 * @param sums of its columns, as the form asks for
 */
public record FormRows(
        String id,
        String name,
        String label,
        String hint,
        String rowLabel,
        List<Row> rows,
        boolean adds,
        String addId,
        String error,
        List<Sum> sums)
        implements FormElement {

    /**
     * A row.
     *
     * @param name {@code budgetLines[0]}
     * @param number from 1
     * @param says the first text that is written in it, by which it is told from others; null if there is none
     * @param removes whether it can be taken away
     */
    public record Row(String id, String name, int number, String says, boolean removes, List<FormElement> elements) {}

    /**
     * The sum of one column.
     *
     * @param name by which its inputs know it
     */
    public record Sum(String name, String label, String value) {}

    /** The columns whose sums the list shows, by its property {@code sum}: keys with commas between them. */
    static List<String> summed(FormComponent list) {
        var columns = list.properties().getOrDefault("sum", "").strip();
        return columns.isEmpty() ? List.of() : List.of(columns.split("\\s*,\\s*"));
    }

    @Override
    public String kind() {
        return "rows";
    }
}
