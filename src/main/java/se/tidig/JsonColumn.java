package se.tidig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PGobject;

/** Reads and writes columns of type {@code jsonb}: fractions are {@code BigDecimal}, dates ISO text. */
public final class JsonColumn {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private JsonColumn() {}

    /** The value as an SQL parameter. */
    public static PGobject of(Object value) {
        try {
            var column = new PGobject();
            column.setType("jsonb");
            column.setValue(text(value));
            return column;
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not storable as JSON: " + value, e);
        }
    }

    /** The value as JSON, for {@code cast(? as jsonb)}. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not storable as JSON: " + value, e);
        }
    }

    /** The stored value as an object of the type. */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON of " + type.getType() + ": " + json, e);
        }
    }

    /** Whether the value would be stored as the same JSON, whatever the order of its keys. */
    public static boolean holds(String json, Object value) {
        return tree(json).equals(tree(text(value)));
    }

    /** The stored object as a map; every number is a {@code BigDecimal}. */
    public static Map<String, Object> map(String json) {
        return map(tree(json));
    }

    private static Map<String, Object> map(JsonNode object) {
        var values = new LinkedHashMap<String, Object>();
        object.fields().forEachRemaining(entry -> values.put(entry.getKey(), plain(entry.getValue())));
        return values;
    }

    /** The stored list of objects, each as in {@link #map(String)}. */
    public static List<Map<String, Object>> rows(String json) {
        var rows = new ArrayList<Map<String, Object>>();
        tree(json).forEach(row -> rows.add(map(row)));
        return rows;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            var values = new ArrayList<>();
            node.forEach(element -> values.add(plain(element)));
            return values;
        }
        if (node.isNumber()) {
            return new BigDecimal(node.asText());
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }
}
