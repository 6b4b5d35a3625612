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
    private volatile Map<String, CaseContent> byKey;

    CaseContents(ObjectProvider<CaseContent> providers) {
        this.providers = providers;
    }

    /** Every key that some module provides. */
    public Set<String> keys() {
        return byKey().keySet();
    }

    /** What the key stands for in the case; null where there is none, or where no module knows the key. */
    public Object read(String key, CaseTask task) {
        var provider = byKey().get(key);
        return provider == null ? null : provider.read(key, task);
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
    private Map<String, CaseContent> byKey() {
        if (byKey == null) {
            var found = new LinkedHashMap<String, CaseContent>();
            providers.orderedStream().forEach(provider -> {
                var shows = AopUtils.getTargetClass(provider).getAnnotation(Shows.class);
                for (var word : shows.value()) {
                    var key = ShownWord.of(word).key();
                    var other = found.put(key, provider);
                    if (other != null) {
                        throw new IllegalStateException(
                                "Both " + other.getClass() + " and " + provider.getClass() + " show " + key);
                    }
                }
            });
            byKey = found;
        }
        return byKey;
    }
}
