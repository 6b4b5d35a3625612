package se.tidig.form;

import java.util.List;

/**
 * Questions under a heading.
 *
 * @param label null if it has none
 * @param folded whether only the heading is shown until somebody opens it
 */
public record FormGroup(String id, String label, boolean folded, List<FormElement> elements) implements FormElement {

    @Override
    public String kind() {
        return "group";
    }
}
