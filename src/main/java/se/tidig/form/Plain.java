package se.tidig.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns values of any origin into text, {@code BigDecimal}, booleans, lists and maps. */
public final class Plain {

    private Plain() {}

    /** Of anything that is none of these its text; null stays null. */
    public static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((name, inner) -> plain.put(String.valueOf(name), of(inner)));
            return plain;
        }
        if (value instanceof Iterable<?> list) {
            var plain = new ArrayList<>();
            list.forEach(inner -> plain.add(of(inner)));
            return plain;
        }
        if (value instanceof Number && !(value instanceof BigDecimal)) {
            var number = value.toString();
            return number.matches("-?[0-9.]+(E-?[0-9]+)?") ? new BigDecimal(number) : null;
        }
        return value == null || value instanceof BigDecimal || value instanceof Boolean ? value : value.toString();
    }
}
