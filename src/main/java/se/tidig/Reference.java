package se.tidig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reference of a call, {@code K-2026-2}, or of a case, {@code K-2026-2-017}: county letter and numbers. A case keeps
 * its reference from the application until the grant is closed. As text, in columns, process variables and files, it is
 * what {@link #toString} gives.
 *
 * @param value the reference as text
 */
public record Reference(String value) implements Comparable<Reference> {

    private static final Pattern FORM = Pattern.compile("\\p{Lu}{1,2}(-\\d{1,9})+");

    public Reference {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(value + " är ingen referens.");
        }
    }

    /**
     * Reads a reference that Tidig has written.
     *
     * @return null if the text is null
     * @throws IllegalArgumentException if the text is no reference
     */
    @JsonCreator
    public static Reference of(String text) {
        return text == null ? null : new Reference(text);
    }

    /** Reads what somebody else has written; empty if it is null or no reference. */
    public static Optional<Reference> find(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new Reference(text)) : Optional.empty();
    }

    /** The county letter of the board whose call or case it is. */
    public String board() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(Reference other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
