package se.tidig.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The words of a form in another language, which stand beside it in the bundle: {@code forms/application.en.yaml}. They
 * are given by the component's id; a component that has only a label is written {@code id: Label}.
 */
public final class FormWords {

    private static final List<String> PLAIN = List.of("description", "text", "content", "alt", "timeLabel");

    private final Map<String, Map<String, Object>> byId;

    /**
     * A text of a form.
     *
     * @param id of its component
     * @param name {@code label}, {@code description}, {@code values.statutes} and so on
     */
    public record Word(String id, String name, String swedish) {}

    private record Place(Word word, Consumer<String> write) {}

    private FormWords(Map<String, Map<String, Object>> byId) {
        this.byId = byId;
    }

    /** The name of the file with a form's words in the language. */
    public static String file(String form, Locale language) {
        return "forms/" + form + "." + language.getLanguage() + ".yaml";
    }

    /** @throws IllegalArgumentException with the reason in Swedish if the file cannot be read */
    public static FormWords read(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        try {
            if (!(new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> read)) {
                throw new IllegalArgumentException("filen har inga ord");
            }
            var byId = new LinkedHashMap<String, Map<String, Object>>();
            read.forEach((id, words) -> byId.put(String.valueOf(id), words(words)));
            return new FormWords(byId);
        } catch (YAMLException | StackOverflowError e) {
            throw new IllegalArgumentException("filen är inte giltig YAML", e);
        }
    }

    private static Map<String, Object> words(Object words) {
        var named = new LinkedHashMap<String, Object>();
        if (words instanceof Map<?, ?> map) {
            map.forEach((name, text) -> {
                if (text instanceof Map<?, ?> inner) {
                    inner.forEach((value, one) -> named.put(name + "." + value, one));
                } else {
                    named.put(String.valueOf(name), text);
                }
            });
        } else {
            named.put("label", words);
        }
        return named;
    }

    /** The form with these words; what they lack stays in Swedish. */
    public JsonNode in(JsonNode form) {
        var translated = form.deepCopy();
        for (var place : places(translated)) {
            var word = word(place.word());
            if (word != null) {
                place.write().accept(word);
            }
        }
        return translated;
    }

    /** The texts that an applicant sees of the form and that these words lack. */
    public List<Word> missing(JsonNode form) {
        return places(form.deepCopy()).stream()
                .map(Place::word)
                .filter(word -> word(word) == null)
                .toList();
    }

    /** What these words name that the form does not have: the id, or the id and the name of the text. */
    public Set<String> unknown(JsonNode form) {
        var known = new LinkedHashSet<String>();
        for (var place : places(form.deepCopy())) {
            known.add(place.word().id());
            known.add(place.word().id() + ": " + place.word().name());
        }
        var unknown = new LinkedHashSet<String>();
        byId.forEach((id, words) -> {
            if (!known.contains(id)) {
                unknown.add(id);
            } else {
                words.keySet().stream()
                        .map(name -> id + ": " + name)
                        .filter(name -> !known.contains(name))
                        .forEach(unknown::add);
            }
        });
        return unknown;
    }

    private String word(Word place) {
        var word = byId.getOrDefault(place.id(), Map.of()).get(place.name());
        if (word instanceof Boolean yes) {
            // YAML reads an unquoted Yes or No as a truth value.
            return yes ? "Yes" : "No";
        }
        return word == null || word.toString().isBlank() ? null : word.toString();
    }

    private static List<Place> places(JsonNode form) {
        var places = new ArrayList<Place>();
        components(form, places);
        return places;
    }

    private static void components(JsonNode container, List<Place> places) {
        for (var component : container.path("components")) {
            var properties = component.path("properties");
            var isForStaff = properties.path("audience").asText("").equals("staff")
                    || properties.path(FormComponent.PAPER_ONLY).asText("").equals("true");
            if (component instanceof ObjectNode node && !isForStaff) {
                texts(node, places);
                components(node, places);
            }
        }
    }

    private static void texts(ObjectNode component, List<Place> places) {
        var id = component.path("id").asText("");
        var isDay = component.path("type").asText("").equals("datetime");
        var isTime = component.path("subtype").asText("").equals("time");
        place(component, !isDay ? "label" : isTime ? "timeLabel" : "dateLabel", id, "label", places);
        PLAIN.stream()
                .filter(name -> !name.equals("timeLabel") || !isTime)
                .forEach(name -> place(component, name, id, name, places));
        for (var value : component.path("values")) {
            if (value instanceof ObjectNode option) {
                place(option, "label", id, "values." + option.path("value").asText(""), places);
            }
        }
        for (var column : component.path("columns")) {
            if (column instanceof ObjectNode heading) {
                place(heading, "label", id, "columns." + heading.path("key").asText(""), places);
            }
        }
        if (component.path("properties") instanceof ObjectNode properties) {
            place(properties, "rowLabel", id, "rowLabel", places);
            properties.fieldNames().forEachRemaining(name -> {
                if (name.startsWith("hint.")) {
                    place(properties, name, id, name, places);
                }
            });
        }
    }

    private static void place(ObjectNode node, String field, String id, String name, List<Place> places) {
        var swedish = node.path(field).asText("");
        if (node.path(field).isTextual() && !swedish.isBlank()) {
            places.add(new Place(new Word(id, name, swedish), word -> node.put(field, word)));
        }
    }
}
