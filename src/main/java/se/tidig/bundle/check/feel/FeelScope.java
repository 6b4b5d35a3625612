package se.tidig.bundle.check.feel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.tidig.form.ShownWord;

/**
 * The names that a FEEL expression may use, each with the keys of its value (a context, or the items of a list). The
 * keys are {@code null} if they are not known; then any key is allowed.
 */
public record FeelScope(Map<String, FeelScope> names) {

    /** No names: the keys of a plain value. */
    public static final FeelScope EMPTY = new FeelScope(Map.of());

    /** {@code partners.type} defines the name {@code partners}, whose items have the key {@code type}. */
    public static FeelScope of(Collection<String> words) {
        return of(words, null);
    }

    /** The names of case content; content without fields is a plain value and has no keys. */
    public static FeelScope ofContent(Map<String, Set<String>> content) {
        var names = new LinkedHashMap<String, FeelScope>();
        content.forEach((key, fields) -> names.put(
                key, fields.stream().anyMatch(field -> field.startsWith(ShownWord.ANY)) ? null : of(fields, EMPTY)));
        return new FeelScope(names);
    }

    /** @param plain the keys of a name that has none in {@code words} */
    public static FeelScope of(Collection<String> words, FeelScope plain) {
        var keys = new TreeMap<String, Set<String>>();
        for (var word : words) {
            var dot = word.indexOf('.');
            var inner = keys.computeIfAbsent(dot < 0 ? word : word.substring(0, dot), name -> new TreeSet<>());
            if (dot >= 0) {
                inner.add(word.substring(dot + 1));
            }
        }
        var names = new LinkedHashMap<String, FeelScope>();
        keys.forEach((name, inner) -> names.put(name, inner.isEmpty() ? plain : of(inner, plain)));
        return new FeelScope(names);
    }

    public boolean has(String name) {
        return names.containsKey(name);
    }

    public FeelScope keysOf(String name) {
        return names.get(name);
    }

    public FeelScope with(String name, FeelScope keys) {
        var all = new LinkedHashMap<>(names);
        all.put(name, keys);
        return new FeelScope(all);
    }

    public FeelScope with(FeelScope other) {
        var all = new LinkedHashMap<>(names);
        all.putAll(other.names);
        return new FeelScope(all);
    }
}
