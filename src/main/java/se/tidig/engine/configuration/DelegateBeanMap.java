package se.tidig.engine.configuration;

import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import se.tidig.engine.Delegate;

/** The beans that expressions in models may name: those that declare themselves as delegates. */
class DelegateBeanMap extends AbstractMap<Object, Object> {

    private final ApplicationContext context;
    private volatile Set<String> names;

    DelegateBeanMap(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return names().contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        var entries = new HashSet<Entry<Object, Object>>();
        names().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, context.getBean(name))));
        return entries;
    }

    // Resolved late: delegates need the engine, which is still being built when this map is created.
    private Set<String> names() {
        if (names == null) {
            names = new TreeSet<>(Set.of(context.getBeanNamesForAnnotation(Delegate.class)));
        }
        return names;
    }
}
