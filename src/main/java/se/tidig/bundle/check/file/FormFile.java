package se.tidig.bundle.check.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.tidig.bundle.check.feel.SentValue;
import se.tidig.form.ComponentType;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.Problem;

/**
 * A form file.
 *
 * @param name the file
 * @param fault why it cannot be read, in Swedish; null if it can
 * @param json the file's content; null if it cannot be read
 * @param schema the form as Tidig fills and validates it; null if it cannot be read
 */
public record FormFile(String name, String fault, JsonNode json, FormSchema schema) {

    /** The values of a yes-or-no question. */
    public static final Set<String> YES_OR_NO = Set.of("true", "false");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static FormFile read(String name, String text) {
        if (text.startsWith("\uFEFF")) {
            return new FormFile(
                    name, "filen börjar med ett osynligt tecken (BOM), som inte får stå i JSON", null, null);
        }
        try {
            var json = JSON.readTree(text);
            if (!json.isObject() || !json.path("components").isArray()) {
                return new FormFile(
                        name, "filen är inget Camunda-formulär (en lista \"components\" saknas)", null, null);
            }
            return new FormFile(name, null, json, FormSchema.parse(json));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? "" : " (rad " + e.getLocation().getLineNr() + ")";
            return new FormFile(name, "filen är inte giltig JSON" + line, null, null);
        } catch (StackOverflowError e) {
            return new FormFile(name, "filen är för djupt nästlad", null, null);
        }
    }

    public boolean isReadable() {
        return json != null;
    }

    public String id() {
        return json.path("id").asText("");
    }

    /** The names that its expressions and templates read in addition to its own answers. */
    public Set<String> reads() {
        return schema == null ? Set.of() : schema.reads();
    }

    public List<Problem> problems() {
        return schema == null ? List.of() : schema.problems();
    }

    /** Every component, also those within groups and lists. */
    public List<JsonNode> components() {
        var all = new ArrayList<JsonNode>();
        if (json != null) {
            collect(json, all);
        }
        return all;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        for (var component : node.path("components")) {
            all.add(component);
            collect(component, all);
        }
    }

    /** The keys that a person answers; a key in a list's rows is written {@code budgetLines.amount}. */
    public Set<String> inputKeys() {
        return schema == null ? Set.of() : schema.inputKeys();
    }

    /** The answers that become process variables, each with its only values (none if any value is possible). */
    public Map<String, Set<String>> routing() {
        var routing = new LinkedHashMap<String, Set<String>>();
        for (var component : components()) {
            if (component.path("properties").path("routing").asText("").equals("true")) {
                routing.put(component.path("key").asText(), values(component));
            }
        }
        return routing;
    }

    /** The questions with a single answer, each with its only values (none if any value is possible). */
    public Map<String, Set<String>> plain() {
        var plain = new LinkedHashMap<String, Set<String>>();
        for (var key : inputKeys()) {
            var component = schema.component(key).orElse(null);
            if (component != null
                    && component.type() != ComponentType.GROUP
                    && component.type() != ComponentType.DYNAMICLIST
                    && !component.type().several()) {
                plain.put(
                        key,
                        component.yesOrNo() ? YES_OR_NO : component.options().keySet());
            }
        }
        return plain;
    }

    /** The values that a person can choose for the key; empty if any value is possible. */
    public Set<String> values(String key) {
        var values = new LinkedHashSet<String>();
        for (var component : components()) {
            if (component.path("key").asText("").equals(key)) {
                values.addAll(values(component));
            }
        }
        return values;
    }

    /** The strings that a table can get as the answer to the question; empty for other answers, such as yes or no. */
    public Set<String> choices(String key) {
        return schema == null || isYesOrNo(key) ? Set.of() : schema.options(key).keySet();
    }

    /** The keys of the questions that take several alternatives, except those in a list's rows. */
    public List<String> severalChoices() {
        return schema == null
                ? List.of()
                : schema.inputKeys().stream()
                        .filter(key -> schema.component(key)
                                .filter(component -> component.type().several())
                                .isPresent())
                        .toList();
    }

    /** The values that a table can get as the answer to the question. */
    public SentValue sent(String key) {
        var component = schema == null ? Optional.<FormComponent>empty() : schema.component(key);
        if (component.isEmpty() || component.get().type().several()) {
            return SentValue.ANYTHING;
        }
        return switch (component.get().type()) {
            case CHECKBOX, RADIO, SELECT ->
                isYesOrNo(key) ? SentValue.of(SentValue.Kind.TRUTH) : SentValue.oneOf(choices(key));
            case NUMBER -> SentValue.of(SentValue.Kind.NUMBER);
            case DATETIME ->
                "date".equals(component.get().text("subtype")) ? SentValue.of(SentValue.Kind.DAY) : SentValue.ANYTHING;
            case TEXTFIELD, TEXTAREA -> SentValue.of(SentValue.Kind.TEXT);
            default -> SentValue.ANYTHING;
        };
    }

    /** Whether a table gets a boolean as the answer to the question. */
    public boolean isYesOrNo(String key) {
        return schema != null
                && schema.component(key).filter(FormComponent::yesOrNo).isPresent();
    }

    private static Set<String> values(JsonNode component) {
        var values = new LinkedHashSet<String>();
        if (component.path("type").asText("").equals("checkbox")) {
            return Set.of("true", "false");
        }
        component.path("values").forEach(value -> values.add(value.path("value").asText()));
        return values;
    }
}
