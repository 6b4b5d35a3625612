package se.tidig.form;

import java.util.Set;
import java.util.TreeSet;

/**
 * One word of {@link Shows}.
 *
 * @param key of the content
 * @param fields of what it stands for, {@code grounds.reason} those within; {@link #ANY} alone where any may come,
 *     {@code *application} where it is the answers of that form, and empty where it is a plain value
 */
public record ShownWord(String key, Set<String> fields) {

    /** Stands for whatever fields the bundle's forms give. */
    public static final String ANY = "*";

    /** Reads the word as it is written. */
    public static ShownWord of(String written) {
        var parts = written.split(":", 2);
        return new ShownWord(
                parts[0].strip(),
                parts.length == 1
                        ? Set.of()
                        : new TreeSet<>(Set.of(parts[1].strip().split("\\s*,\\s*"))));
    }
}
