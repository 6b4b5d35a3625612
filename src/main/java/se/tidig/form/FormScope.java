package se.tidig.form;

import java.util.List;
import java.util.Map;

/**
 * The form as a whole, or one row of a list.
 *
 * @param parent null for the form
 * @param prefix of its fields' keys in messages: {@code budgetLines[1].}; empty for the form
 * @param rowName what the form calls a row; null if it gives no name
 * @param numbers the row's number in each list it stands in, from 1
 * @param posted what was sent, by key
 * @param stored what the form opened with, by key
 * @param components what it shows
 */
record FormScope(
        FormScope parent,
        String prefix,
        String rowName,
        List<Integer> numbers,
        Map<String, Object> posted,
        Map<String, Object> stored,
        List<FormComponent> components) {

    // Scopes are told apart by place: two rows may hold the same.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
