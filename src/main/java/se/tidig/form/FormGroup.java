package se.tidig.form;

import java.util.List;

/**
 * Questions under a heading.
 *
 * @param label null if it has none
 */
public record FormGroup(String id, String label, List<FormElement> elements) implements FormElement {

    @Override
    public String kind() {
        return "group";
    }
}
