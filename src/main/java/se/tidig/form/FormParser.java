package se.tidig.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the JSON of a {@code .form} file into components, and notes what cannot be read. */
final class FormParser {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> RESERVED = Set.of(
            "__proto__",
            "constructor",
            "prototype",
            "hasOwnProperty",
            "toString",
            "valueOf",
            "this",
            "parent",
            "_this_",
            "_parent_",
            "i",
            "_i_",
            "null",
            "true",
            "false",
            "and",
            "or",
            "not",
            "in",
            "if",
            "then",
            "else",
            "for",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "function");

    /** form-js takes a part that begins with a digit for a row's number. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private static final String KEY_REMEDY =
            "Ge det en nyckel av bokstäverna a till z, siffror och _, som inte börjar med en siffra, till exempel amount.";

    private final List<Problem> problems = new ArrayList<>();
    private String formId = "";

    List<FormComponent> parse(String json) {
        try {
            return parse(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            problem("", "Formuläret är inte giltig JSON.", "Öppna filen i Camunda Modeler och spara den igen.");
            return List.of();
        }
    }

    List<FormComponent> parse(JsonNode json) {
        var form = JSON.convertValue(json, Object.class) instanceof Map<?, ?> map ? map : null;
        if (form == null || !(form.get("id") instanceof String id) || id.isBlank()) {
            problem("", "Formuläret saknar id.", "Ge formuläret ett id som är filens namn utan ändelse.");
        } else {
            formId = id;
        }
        if (form == null || !(form.get("components") instanceof List<?> list)) {
            problem(formId, "Formuläret saknar komponenter.", "Lägg till minst en komponent.");
            return List.of();
        }
        if (!(form.get("schemaVersion") instanceof Integer version)) {
            problem(formId, "Formuläret saknar schemaVersion.", "Spara det för Camunda Platform 7.24.");
        } else if (version > 16) {
            problem(formId, "Formulärets schemaVersion är inte högst 16.", "Spara det för Camunda Platform 7.24.");
        }
        if (!"default".equals(form.get("type"))) {
            problem(
                    formId,
                    "Formulärets type är inte default, så att det inte öppnas.",
                    "Skriv \"type\": \"default\" överst i filen, eller spara den i Camunda Modeler.");
        }
        // Older versions of the Modeler do not write the platform.
        if (form.get("executionPlatform") != null && !"Camunda Platform".equals(form.get("executionPlatform"))) {
            problem(
                    formId,
                    "Formuläret är inte gjort för Camunda Platform.",
                    "Sätt executionPlatform till Camunda Platform.");
        }
        return components(list, "");
    }

    String formId() {
        return formId;
    }

    List<Problem> problems() {
        return problems;
    }

    private List<FormComponent> components(List<?> list, String path) {
        var components = new ArrayList<FormComponent>();
        for (var element : list) {
            if (element instanceof Map<?, ?> map) {
                var attributes = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> attributes.put(String.valueOf(name), value));
                component(attributes, path, components);
            } else {
                problem(
                        formId,
                        "En komponent är inte ett objekt.",
                        "Öppna filen i Camunda Modeler och spara den igen.");
            }
        }
        return List.copyOf(components);
    }

    private void component(Map<String, Object> attributes, String path, List<FormComponent> into) {
        var id = attributes.get("id") instanceof String text ? text : "";
        var name = attributes.get("key") instanceof String key && !key.isBlank() ? key : id;
        var type = ComponentType.byId(String.valueOf(attributes.get("type"))).orElse(null);
        if (type == null) {
            problem(
                    name,
                    "Komponenttypen " + attributes.get("type") + " kan inte visas i uppgiftslistan och portalen.",
                    "Byt till en av typerna textfield, textarea, number, checkbox, checklist, radio, select, taglist,"
                            + " datetime, expression, text, html, table, group, dynamiclist, separator, spacer, button"
                            + " och image.");
            return;
        }
        if (!id.isEmpty() && id.equals(formId)) {
            problem(name, "Komponenten har samma id som formuläret, som inte öppnas.", "Ge den ett eget id.");
        }
        if (type == ComponentType.GROUP
                && attributes.get("path") instanceof String groupPath
                && !groupPath.isEmpty()
                && (!KEY.matcher(groupPath).matches() || reserved(groupPath))) {
            problem(name, "Gruppens path \"" + groupPath + "\" är ingen giltig nyckel.", KEY_REMEDY);
        }
        var key = key(type, attributes, path, name);
        List<FormComponent> children = List.of();
        if (type == ComponentType.GROUP || type == ComponentType.DYNAMICLIST) {
            var inner = type == ComponentType.DYNAMICLIST ? "" : join(path, attributes.get("path"));
            if (attributes.get("components") instanceof List<?> list) {
                children = components(list, inner);
            } else {
                problem(name, "Gruppen eller listan har inga komponenter.", "Lägg till komponenter eller ta bort den.");
            }
        }
        var label = attributes.get(
                type == ComponentType.DATETIME
                        ? ("time".equals(attributes.get("subtype")) ? "timeLabel" : "dateLabel")
                        : "label");
        into.add(new FormComponent(
                type,
                id,
                key,
                label instanceof String text ? text : null,
                attributes,
                properties(attributes),
                children));
    }

    private String key(ComponentType type, Map<String, Object> attributes, String path, String name) {
        if (!type.keyed() && type != ComponentType.DYNAMICLIST) {
            return null;
        }
        var own = attributes.get(type == ComponentType.DYNAMICLIST ? "path" : "key");
        if (own instanceof String text && KEY.matcher(text).matches()) {
            if (reserved(join(path, text))) {
                problem(
                        name,
                        "Nyckeln " + text + " har en annan betydelse i uttryck eller i webbläsaren.",
                        "Ge fältet en annan nyckel.");
                return null;
            }
            return join(path, text);
        }
        problem(name, "Fältet saknar en giltig nyckel.", KEY_REMEDY);
        return null;
    }

    /** What every object has in JavaScript, and the words of FEEL: the form would write into the page itself, or stop. */
    private static boolean reserved(String key) {
        return List.of(key.split("\\.")).stream().anyMatch(RESERVED::contains);
    }

    private static String join(String path, Object own) {
        if (!(own instanceof String text) || text.isBlank()) {
            return path;
        }
        return path.isEmpty() ? text : path + "." + text;
    }

    private static Map<String, String> properties(Map<String, Object> attributes) {
        var properties = new LinkedHashMap<String, String>();
        if (attributes.get("properties") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> properties.put(String.valueOf(name), String.valueOf(value)));
        }
        return properties;
    }

    private void problem(String component, String cause, String remedy) {
        problems.add(new Problem(component, cause, remedy));
    }
}
