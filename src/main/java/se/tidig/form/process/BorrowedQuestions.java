package se.tidig.form.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.tidig.form.CaseContents;
import se.tidig.form.CaseTask;
import se.tidig.form.FormComponent;
import se.tidig.form.FormSchema;
import se.tidig.form.process.DeployedForms.Deployed;

/**
 * Forms that ask the questions of another form: a group with the custom property {@code questionsOf} (that form's id)
 * is filled with them. The content named by the property {@code asked} gives the questions asked for, and the earlier
 * answers with their words. The property {@code allIf} names a checkbox of the form that shows the other questions. Questions and
 * their rules are those of the version that the case carries, so a question that is added there can be answered here.
 */
@Component
class BorrowedQuestions {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeployedForms forms;
    private final CaseContents contents;
    private final MessageSource messages;

    BorrowedQuestions(DeployedForms forms, CaseContents contents, MessageSource messages) {
        this.forms = forms;
        this.contents = contents;
        this.messages = messages;
    }

    /** The form with the questions in place; the same object if it asks no other form's. */
    Deployed in(Deployed own, String deployment, CaseTask task) {
        return in(own, deployment, task, SWEDISH, UnaryOperator.identity());
    }

    /** The same in another language, as far as the other forms have words in it. */
    Deployed in(Deployed own, String deployment, CaseTask task, Locale language, UnaryOperator<Deployed> words) {
        if (own.schema().questionsOf().isEmpty()) {
            return own;
        }
        var json = tree(own.json());
        fill(json, deployment, task, language, words);
        return new Deployed(own.id(), FormSchema.parse(json), own.version(), json.toString());
    }

    private void fill(
            JsonNode parent, String deployment, CaseTask task, Locale language, UnaryOperator<Deployed> words) {
        for (var component : parent.path("components")) {
            var properties = component.path("properties");
            if (properties.hasNonNull(FormSchema.QUESTIONS_OF)) {
                var content = properties.path("asked").asText();
                var borrowed = forms.named(
                                properties.path(FormSchema.QUESTIONS_OF).asText(), deployment)
                        .map(words)
                        .map(form -> asked(properties, content, task, language).of(tree(form.json())));
                borrowed.ifPresent(questions -> ((ObjectNode) component).set("components", questions));
            } else {
                fill(component, deployment, task, language, words);
            }
        }
    }

    private AskedQuestions asked(JsonNode properties, String content, CaseTask task, Locale language) {
        var asked = contents.read(content, task) instanceof Map<?, ?> map ? map : Map.of();
        var keys = new HashSet<String>();
        if (asked.get("keys") instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        }
        return new AskedQuestions(
                keys,
                copy(asked.get("answers")),
                content,
                properties.path("allIf").asText(""),
                new AskedQuestions.Words(
                        messages.getMessage("form.earlier", null, language),
                        messages.getMessage("form.earlier.rows", null, language)));
    }

    private static Map<String, Object> copy(Object answers) {
        var copy = new LinkedHashMap<String, Object>();
        if (answers instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    /** The keys of the questions that another form gave: nothing is filled in for the person. */
    static Set<String> keys(FormSchema form) {
        var keys = new HashSet<String>();
        keys(form.components(), false, keys);
        return keys;
    }

    private static void keys(List<FormComponent> components, boolean borrowed, Set<String> keys) {
        for (var component : components) {
            if (borrowed && component.key() != null) {
                keys.add(component.key().split("\\.")[0]);
            }
            keys(component.children(), borrowed || component.properties().containsKey(FormSchema.QUESTIONS_OF), keys);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
