package se.tidig.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.ReflectionUtils;
import se.tidig.Sek;

/**
 * Records of case content as templates, FEEL and forms read them: maps from the name of each component to its value. A
 * component that is null is a key with the value null, never an absent key, so that a template may name it in every case.
 */
final class ContentRecords {

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            BigDecimal.class,
            LocalDate.class,
            Instant.class);

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            for (var component : components) {
                ReflectionUtils.makeAccessible(component.getAccessor());
            }
            return components;
        }
    };

    private ContentRecords() {}

    /** The fields of a record or of a list's records, see {@link ShownWord}; empty for a plain value. */
    static Set<String> fields(Type type) {
        if (type instanceof ParameterizedType of && holdsOthers((Class<?>) of.getRawType())) {
            return fields(of.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> named && isPlain(named)) {
            return Set.of();
        }
        var fields = new TreeSet<String>();
        components(type).forEach((name, inner) -> {
            if (inner.isEmpty()) {
                fields.add(name);
            }
            inner.forEach(field -> fields.add(name + "." + field));
        });
        return fields;
    }

    /** Money, keys and what else all modules share are records too, but read as one value. */
    private static boolean isPlain(Class<?> type) {
        return PLAIN.contains(type) || type.getPackageName().equals(Sek.class.getPackageName());
    }

    private static boolean holdsOthers(Class<?> type) {
        return type == Optional.class || Collection.class.isAssignableFrom(type);
    }

    /** The fields of each component of a record. */
    static Map<String, Set<String>> components(Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() == Optional.class) {
            return components(of.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> named) || !named.isRecord()) {
            throw new IllegalStateException("Case content cannot be of type " + type.getTypeName()
                    + ": use a record, a list of records or a plain value");
        }
        var components = new LinkedHashMap<String, Set<String>>();
        for (var component : COMPONENTS.get(named)) {
            components.put(component.getName(), fields(component.getGenericType()));
        }
        return components;
    }

    /** The value with maps in place of records; maps by question stay as they are. */
    static Object plain(Object value, ContentUse use) {
        if (value instanceof Collection<?> rows) {
            return rows.stream().map(row -> plain(row, use)).toList();
        }
        if (value == null) {
            return null;
        }
        if (!value.getClass().isRecord() || isPlain(value.getClass())) {
            return use.written(value);
        }
        var map = new LinkedHashMap<String, Object>();
        for (var component : COMPONENTS.get(value.getClass())) {
            map.put(component.getName(), plain(ReflectionUtils.invokeMethod(component.getAccessor(), value), use));
        }
        return map;
    }
}
