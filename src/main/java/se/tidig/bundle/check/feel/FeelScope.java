package se.tidig.bundle.check.feel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.tidig.form.ShownWord;

/**
 * The names a FEEL expression may use, each with the keys of what it stands for (a context, or the items of a list);
 * {@code null} where its keys are not known and any may be asked for.
 */
public record FeelScope(Map<String, FeelScope> names) {

    /** No names: what a plain value has. */
    public static final FeelScope EMPTY = new FeelScope(Map.of());

    /** {@code partners.type} makes a name {@code partners} whose items have the key {@code type}. */
    public static FeelScope of(Collection<String> words) {
        return of(words, null);
    }

    /** The names of case content; what has no fields is a plain value and has no keys. */
    public static FeelScope ofContent(Map<String, Set<String>> content) {
        var names = new LinkedHashMap<String, FeelScope>();
        content.forEach((key, fields) -> names.put(
                key, fields.stream().anyMatch(field -> field.startsWith(ShownWord.ANY)) ? null : of(fields, EMPTY)));
        return new FeelScope(names);
    }

    /** @param plain what a name without keys stands for */
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
