package se.tidig.bundle.modeler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** One element template, in Camunda Modeler's format for Camunda 7. */
final class ElementTemplate {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode properties = JsonNodeFactory.instance.arrayNode();

    ElementTemplate(String id, String name, String description, String element) {
        json.put("$schema", SCHEMA).put("name", name).put("id", id).put("description", description);
        json.putArray("appliesTo").add(element);
    }

    ElementTemplate in(String category) {
        json.putObject("category")
                .put(
                        "id",
                        "tidig-"
                                + category.toLowerCase(Locale.ROOT)
                                        .replaceAll("[åä]", "a")
                                        .replace(' ', '-'))
                .put("name", category);
        return this;
    }

    /** Writes a fixed value into the model without showing it. */
    ElementTemplate fixed(String property, String value) {
        var hidden = properties.addObject();
        hidden.put("type", "Hidden").put("value", value);
        bind(hidden, "property", property);
        return this;
    }

    /** A list whose choice is written as an attribute. */
    ElementTemplate property(String label, String property, Map<String, String> choices) {
        bind(list(label, choices), "property", property);
        return this;
    }

    /** A list whose choice is passed to the worker as an input parameter. */
    ElementTemplate choice(String label, String input, Map<String, String> choices) {
        bind(list(label, choices), "camunda:inputParameter", input);
        return this;
    }

    ElementTemplate text(String label, String property) {
        var field = properties.addObject();
        field.put("label", label).put("type", "String");
        field.putObject("constraints").put("notEmpty", true);
        bind(field, "property", property);
        return this;
    }

    /** An optional text that is written as an extension property. */
    ElementTemplate extension(String label, String name, String description) {
        var field = properties.addObject();
        field.put("label", label).put("description", description).put("type", "String");
        field.put("optional", true);
        bind(field, "camunda:property", name);
        return this;
    }

    /** A list whose choice is written as an extension property; yes is preselected. */
    ElementTemplate extensionChoice(String label, String name, Map<String, String> choices, String description) {
        var field = list(label, choices);
        field.put("description", description).put("value", "true");
        bind(field, "camunda:property", name);
        return this;
    }

    private ObjectNode list(String label, Map<String, String> choices) {
        var field = properties.addObject();
        field.put("label", label).put("type", "Dropdown");
        var listed = field.putArray("choices");
        choices.forEach((value, name) -> listed.addObject().put("name", name).put("value", value));
        field.putObject("constraints").put("notEmpty", true);
        return field;
    }

    private static void bind(ObjectNode property, String type, String name) {
        property.putObject("binding").put("type", type).put("name", name);
    }

    ObjectNode json() {
        json.set("properties", properties);
        return json;
    }
}
