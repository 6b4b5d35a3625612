package se.tidig.form.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import se.tidig.form.Rejected;

/** Converts between the engine's typed values and plain text, numbers, booleans, lists and maps. */
final class PostedValues {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PostedValues() {}

    /** The values that a person posted. */
    static Map<String, Object> plain(Map<String, Object> posted) {
        var plain = new LinkedHashMap<String, Object>();
        for (var name : posted.keySet()) {
            var value = posted instanceof VariableMap typed ? typed.getValueTyped(name) : posted.get(name);
            plain.put(name, plain(name, value));
        }
        return plain;
    }

    /** The values of the engine, as far as a form can show them. */
    static Map<String, Object> shown(VariableMap variables) {
        var plain = new LinkedHashMap<String, Object>();
        for (var name : variables.keySet()) {
            TypedValue value = variables.getValueTyped(name);
            if (value instanceof PrimitiveValue<?> || value instanceof JsonValue) {
                plain.put(name, plain(name, value));
            }
        }
        return plain;
    }

    private static Object plain(String name, Object value) {
        if (value instanceof JsonValue json) {
            return json(
                    name,
                    json.isDeserialized() && json.getValue() != null
                            ? json.getValue().toString()
                            : json.getValueSerialized());
        }
        if (value instanceof SerializableValue object) {
            if (!object.isDeserialized()) {
                throw new Rejected(name, "Fältet " + name + " är skickat i ett format som inte tas emot.");
            }
            return plain(name, object.getValue());
        }
        if (value instanceof TypedValue typed) {
            return plain(name, typed.getValue());
        }
        if (value instanceof SpinJsonNode node) {
            return json(name, node.toString());
        }
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(element -> plain(name, element)).collect(java.util.stream.Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(name, inner)));
            return plain;
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        throw new Rejected(name, "Fältet " + name + " är skickat i ett format som inte tas emot.");
    }

    private static Object json(String name, String json) {
        try {
            return json == null ? null : JSON.readValue(json, new TypeReference<Object>() {});
        } catch (JsonProcessingException e) {
            throw new Rejected(name, "Fältet " + name + " är inte giltig JSON.");
        }
    }

    /** A value for Tasklist: text, number and boolean as such, everything else as JSON. */
    static TypedValue toShow(Object value) {
        if (value == null) {
            return Variables.untypedNullValue();
        }
        if (value instanceof Boolean bool) {
            return Variables.booleanValue(bool);
        }
        if (value instanceof Number number) {
            return Variables.untypedValue(number(number));
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            try {
                return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Content cannot be written as JSON: " + value, e);
            }
        }
        return Variables.stringValue(value.toString());
    }

    /** Routing values as the engine stores them: short scalars only. */
    static VariableMap routing(String form, Map<String, Object> values) {
        var variables = Variables.createVariables();
        values.forEach((name, value) -> {
            if (value instanceof Number number) {
                variables.put(name, number(number));
            } else if (value == null || value instanceof Boolean || value instanceof Date) {
                variables.put(name, value);
            } else if (value instanceof Map
                    || value instanceof Collection
                    || value.toString().length() > 200) {
                throw new IllegalStateException(
                        "Form " + form + " gives the process " + name + ", which is no short routing value");
            } else {
                variables.put(name, value.toString());
            }
        });
        return variables;
    }

    private static Number number(Number value) {
        var number = new BigDecimal(value.toString()).stripTrailingZeros();
        if (number.scale() > 0 || number.compareTo(new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE))) > 0) {
            return number.doubleValue();
        }
        return number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                        && number.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                ? (Number) number.intValue()
                : (Number) number.longValue();
    }
}
