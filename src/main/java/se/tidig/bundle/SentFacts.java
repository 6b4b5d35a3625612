package se.tidig.bundle;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ReflectionUtils;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * The facts that Java sends to a table, as the components of a record: {@link AsksTable} names the record, so that what
 * is declared and what is sent cannot differ.
 */
public final class SentFacts {

    private static final Map<Class<?>, String> TYPES = Map.of(
            boolean.class, "boolean",
            int.class, "number",
            long.class, "number",
            BigDecimal.class, "number",
            Sek.class, "number",
            LocalDate.class, "date",
            String.class, "text",
            Reference.class, "text");

    private SentFacts() {}

    /** The facts as a table reads them: money as a number, an enum as its name, and each record of a list as a context. */
    public static Map<String, Object> of(Record sent) {
        var facts = new LinkedHashMap<String, Object>();
        for (var component : sent.getClass().getRecordComponents()) {
            facts.put(component.getName(), read(value(component, sent)));
        }
        return facts;
    }

    private static Object value(RecordComponent component, Record sent) {
        var accessor = component.getAccessor();
        if (!Modifier.isPublic(sent.getClass().getModifiers())) {
            ReflectionUtils.makeAccessible(accessor);
        }
        return ReflectionUtils.invokeMethod(accessor, sent);
    }

    private static Object read(Object value) {
        if (value instanceof List<?> rows) {
            return rows.stream().map(SentFacts::read).toList();
        }
        if (value instanceof Sek money) {
            return money.amount();
        }
        if (value instanceof Reference reference) {
            return reference.value();
        }
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        return value instanceof Record inner ? of(inner) : value;
    }

    /** The facts of the record as {@link AsksTable#facts()} writes them: {@code due:date}, {@code kind=PART|WHOLE}. */
    static List<String> declared(Class<?> sent) {
        var declared = new ArrayList<String>();
        for (var component : sent.getRecordComponents()) {
            declared.addAll(declared(component.getName(), component.getGenericType()));
        }
        return declared;
    }

    private static List<String> declared(String name, Type type) {
        if (type instanceof ParameterizedType rows) {
            var declared = new ArrayList<>(List.of(name));
            for (var inner : ((Class<?>) rows.getActualTypeArguments()[0]).getRecordComponents()) {
                declared.addAll(declared(name + "." + inner.getName(), inner.getGenericType()));
            }
            return declared;
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return List.of(name + "="
                    + Arrays.stream(choice.getEnumConstants())
                            .map(one -> ((Enum<?>) one).name())
                            .collect(Collectors.joining("|")));
        }
        if (!TYPES.containsKey(type)) {
            throw new IllegalStateException("A fact for a table cannot be of type " + type.getTypeName() + ": " + name);
        }
        return List.of(name + ":" + TYPES.get(type));
    }
}
