package se.tidig.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keys of the fields that a person can change in the form; those of rows as {@code this.amount}. */
final class Writable {

    private final Set<String> keys = new HashSet<>();

    Writable(List<FormField> fields) {
        for (var field : fields) {
            if (field.component.key() != null && !field.component.isLockedAlways()) {
                keys.add((field.scope.parent() == null ? "" : "this.") + field.component.key());
            }
        }
    }

    /**
     * Whether the person decides in the form itself what the expression gives. A field that is locked by such a condition
     * is sent by form-js with what was written before.
     */
    boolean isReadBy(String expression) {
        return ScreenFeel.paths(expression).stream().map(Writable::plain).anyMatch(path -> keys.stream()
                .anyMatch(key -> path.equals(key) || path.startsWith(key + ".") || key.startsWith(path + ".")));
    }

    private static String plain(String path) {
        return path.replace("_this_", "this").replace("_parent_", "parent").replaceFirst("^parent\\.", "");
    }
}
