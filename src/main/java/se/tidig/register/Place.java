package se.tidig.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tidig.Reference;

/**
 * A place in a list: beside a case, told by the values that the list was ordered by when it was shown. A case that has
 * moved meanwhile leaves the place where it is.
 *
 * @param after whether what follows the place is wanted, or what comes before it
 * @param values of the order's columns, as the database writes them
 * @param reference of the case; null for the end of the list
 */
public record Place(boolean after, List<String> values, Reference reference) {

    private static final String SEPARATOR = "~";
    private static final String AFTER = "efter";
    private static final String BEFORE = "fore";
    private static final String LAST = "sista";

    public static final Place END = new Place(false, List.of(), null);

    /** Reads what {@link #word} wrote; empty if it is no place in that order. */
    public static Optional<Place> read(String word, CaseOrder order) {
        if (word == null) {
            return Optional.empty();
        }
        if (word.equals(LAST)) {
            return Optional.of(END);
        }
        var parts = new ArrayList<>(List.of(word.split(SEPARATOR, -1)));
        if (parts.size() < 2 || !(parts.get(0).equals(AFTER) || parts.get(0).equals(BEFORE))) {
            return Optional.empty();
        }
        var after = parts.remove(0).equals(AFTER);
        var reference = Reference.find(parts.remove(parts.size() - 1));
        // A name may contain the separator.
        var values = order.columns().size() == 1 ? List.of(String.join(SEPARATOR, parts)) : List.copyOf(parts);
        return reference.filter(found -> order.takes(values)).map(found -> new Place(after, values, found));
    }

    /** As it stands in addresses. */
    public String word() {
        if (reference == null) {
            return LAST;
        }
        var parts = new ArrayList<String>();
        parts.add(after ? AFTER : BEFORE);
        parts.addAll(values);
        parts.add(reference.value());
        return String.join(SEPARATOR, parts);
    }
}
