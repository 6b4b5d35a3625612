package se.tidig.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;

/**
 * All case content, as every test's forms, mails and letters read it, held against what its providers declare: a field
 * that is not declared is not let through, and which declared ones have come is remembered.
 */
@Component
@Primary
public class WatchedContents extends CaseContents {

    private final ObjectProvider<CaseContent> providers;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    WatchedContents(ObjectProvider<CaseContent> providers) {
        super(providers);
        this.providers = providers;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var value = super.read(key, task);
        if (value != null) {
            words().stream().filter(word -> word.key().equals(key)).forEach(word -> watch(word, "", value));
        }
        return value;
    }

    private void watch(ShownWord word, String path, Object value) {
        if (value instanceof Iterable<?> items) {
            if (!items.iterator().hasNext() && isDeclared(word, path)) {
                seen.add(word.key() + "." + path);
            }
            items.forEach(item -> watch(word, path, item));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> watch(word, path.isEmpty() ? "" + name : path + "." + name, inner));
        } else if (isDeclared(word, path)) {
            // A record has all its fields: one that only comes empty has not come.
            if (value != null) {
                seen.add(word.key() + "." + path);
            }
        } else {
            throw new AssertionError("Nothing declares \"%s\" of \"%s\"".formatted(path, word.key()));
        }
    }

    private static boolean isDeclared(ShownWord word, String path) {
        return word.fields().stream().anyMatch(field -> field.startsWith(ShownWord.ANY))
                || (path.isEmpty() ? word.fields().isEmpty() : word.fields().contains(path));
    }

    private Set<ShownWord> words() {
        var words = new java.util.LinkedHashSet<ShownWord>();
        providers.stream().forEach(provider -> words.addAll(ShownWord.of(AopUtils.getTargetClass(provider))));
        return words;
    }

    /**
     * Reads the content of the case, and demands that each field that is declared for the key has a value.
     *
     * @param empty the fields that have none in this case
     */
    public void givesEachField(String key, Reference reference, Map<String, Object> variables, String... empty) {
        var task = new CaseTask(reference, "K", null, null, null, null, null, Actor.of("headK"), variables);
        var given = new TreeSet<String>();
        words().stream().filter(word -> word.key().equals(key)).forEach(word -> given.addAll(word.fields()));
        assertThat(given).isNotEmpty();
        seen.removeIf(field -> field.startsWith(key + "."));
        read(key, task);
        given.removeIf(field -> seen.contains(key + "." + field));
        assertThat(given).as("fields of " + key + " that did not come").containsExactlyInAnyOrder(empty);
    }

    /** The declared fields of the program's own content that have not come with a value since the tests began. */
    public Set<String> neverCome() {
        var missing = new TreeSet<String>();
        for (var word : words()) {
            for (var field : word.fields()) {
                missing.add(word.key() + "." + field);
            }
        }
        missing.removeIf(field -> field.startsWith("formTest") || field.contains("." + ShownWord.ANY));
        missing.removeAll(seen);
        return missing;
    }
}
