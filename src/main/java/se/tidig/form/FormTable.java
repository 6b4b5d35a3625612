package se.tidig.form;

import java.util.List;

/**
 * A table of what is known.
 *
 * @param label null if it has none
 * @param columns their headings
 * @param rows their cells, as many as there are columns
 */
public record FormTable(String id, String label, List<String> columns, List<List<String>> rows) implements FormElement {

    @Override
    public String kind() {
        return "table";
    }
}
