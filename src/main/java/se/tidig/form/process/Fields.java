package se.tidig.form.process;

import java.util.Map;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads the fields of an engine command. The commands have no getters, and the engine's version is fixed. A missing
 * field makes the call fail, so that nothing passes unread.
 */
final class Fields {

    private Fields() {}

    static Object read(Object command, String field) {
        return new DirectFieldAccessor(command).getPropertyValue(field);
    }

    static String text(Object command, String field) {
        return (String) read(command, field);
    }

    static boolean flag(Object command, String field) {
        return (boolean) read(command, field);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object command, String field) {
        var map = (Map<String, Object>) read(command, field);
        return map == null ? Map.of() : map;
    }
}
