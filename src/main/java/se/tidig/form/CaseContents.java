package se.tidig.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All case content that forms, mails and letters may show, by key, whichever module it comes from. */
@Component
public class CaseContents {

    private final ObjectProvider<CaseContent> providers;
    private volatile Map<String, Reader> byKey;

    CaseContents(ObjectProvider<CaseContent> providers) {
        this.providers = providers;
    }

    private interface Reader {

        Object read(CaseTask task);
    }

    /** Every key that some module provides. */
    public Set<String> keys() {
        return byKey().keySet();
    }

    /**
     * What the key stands for in the case: text, number, boolean, list or map; null if there is none, or if no module
     * knows the key.
     */
    public Object read(String key, CaseTask task) {
        var reader = byKey().get(key);
        return reader == null ? null : reader.read(task);
    }

    /** The content under those of the keys that stand for something in the case. */
    public Map<String, Object> read(Collection<String> keys, CaseTask task) {
        var content = new LinkedHashMap<String, Object>();
        for (var key : keys) {
            var value = read(key, task);
            if (value != null) {
                content.put(key, value);
            }
        }
        return content;
    }

    // Asked for late, since providers need services that may in turn need this.
    private Map<String, Reader> byKey() {
        if (byKey == null) {
            var found = new LinkedHashMap<String, Reader>();
            providers.orderedStream().forEach(provider -> {
                var type = AopUtils.getTargetClass(provider);
                for (var method : ContentMethod.of(type)) {
                    for (var word : method.words()) {
                        var other = found.put(word.key(), task -> method.read(provider, word.key(), task));
                        if (other != null) {
                            throw new IllegalStateException(
                                    type + " shows " + word.key() + ", which another method shows already");
                        }
                    }
                }
            });
            byKey = found;
        }
        return byKey;
    }
}
