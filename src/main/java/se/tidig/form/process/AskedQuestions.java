package se.tidig.form.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tidig.form.FeelSubset;
import se.tidig.form.FormUpload;

/**
 * The questions of one form as another asks them anew. Asked are the named ones, and those without an answer that the
 * form shows because of a named one; all if none are named. An asked question is shown even if the form hid it, unless
 * a question that is asked with it decides. What is left open keeps its earlier answer, so nothing is required except
 * where a new answer calls for one.
 */
final class AskedQuestions {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*(?:\\.\\w+)*");
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]{1,100}");
    private static final String PREFIX = "asked_";

    private final boolean narrowed;
    private final Set<String> asked;
    private final Map<String, Object> earlier;
    private final String content;
    private final String all;
    private final Words words;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private JsonNode top;

    /**
     * What stands before an earlier answer.
     *
     * @param answer before that to a question
     * @param rows before those in the rows of a list
     */
    record Words(String answer, String rows) {}

    /**
     * A question, and the conditions that hide it: its own and those of the groups around it.
     *
     * @param hides FEEL without the equals sign
     */
    private record Question(JsonNode node, List<String> hides) {

        Set<String> decidedBy() {
            return hides.stream()
                    .flatMap(hide -> FeelSubset.names(hide).stream())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * @param asked keys; empty if no question is named
     * @param earlier the answers given so far, by key
     * @param content the name under which the form reads the words of the earlier answers
     * @param all the key of the checkbox that shows the questions that were not asked for; empty if there is none
     */
    AskedQuestions(Set<String> asked, Map<String, Object> earlier, String content, String all, Words words) {
        this.narrowed = !asked.isEmpty();
        this.asked = new HashSet<>(asked);
        this.earlier = earlier;
        this.content = content;
        this.all = all;
        this.words = words;
    }

    /** The components of the form that asks them first, without those that are for staff. */
    ArrayNode of(JsonNode form) {
        top = form.path("components");
        index(form.path("components"), "", List.of());
        while (questions.entrySet().stream().anyMatch(this::follows)) {
            // Each question that follows may be what another hangs on.
        }
        return components(form.path("components"), "", List.of());
    }

    private void index(JsonNode components, String path, List<String> hides) {
        for (var component : components) {
            var own = with(hides, component);
            var key = key(component, path);
            if (key != null) {
                questions.put(key, new Question(component, own));
            } else if (component.has("components") && !isForStaff(component)) {
                index(
                        component.path("components"),
                        join(path, component.path("path").asText("")),
                        own);
            }
        }
    }

    private boolean follows(Map.Entry<String, Question> question) {
        return earlier.get(question.getKey()) == null
                && question.getValue().decidedBy().stream().anyMatch(asked::contains)
                && asked.add(question.getKey());
    }

    private ArrayNode components(JsonNode components, String path, List<String> hides) {
        var shown = JsonNodeFactory.instance.arrayNode();
        var groupIsAsked = isAskedWithin(components, path);
        for (var component : components) {
            var own = with(hides, component);
            var key = key(component, path);
            if (isForStaff(component)) {
                continue;
            }
            ObjectNode copy = component.deepCopy();
            rename(copy);
            if (key != null) {
                earlierRows(copy, key, shown);
                question(copy, key);
                if (path.isEmpty()) {
                    onItsOwnRow(copy, key);
                }
                shown.add(copy);
            } else if (component.has("components")) {
                var inner = join(path, component.path("path").asText(""));
                copy.set("components", components(component.path("components"), inner, own));
                var isAsked = isAskedWithin(component.path("components"), inner);
                hide(copy, unlessAsked(isAsked, own));
                if (!isAsked && components == top) {
                    fold(copy);
                }
                shown.add(copy);
            } else {
                hide(copy, unlessAsked(groupIsAsked, own));
                shown.add(copy);
            }
        }
        return shown;
    }

    private boolean isAskedWithin(JsonNode components, String path) {
        for (var component : components) {
            var key = key(component, path);
            var inner = join(path, component.path("path").asText(""));
            if (key == null ? isAskedWithin(component.path("components"), inner) : asked.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private void question(ObjectNode copy, String key) {
        var question = questions.get(key);
        var open = asked.contains(key) && question.decidedBy().stream().noneMatch(asked::contains);
        hide(copy, open ? "" : unlessAsked(asked.contains(key), question.hides(), true));
        if ((open || question.hides().isEmpty() || earlier.get(key) != null)
                && copy.get("validate") instanceof ObjectNode rules) {
            rules.remove("required");
        }
        copy.remove("defaultValue");
        if (copy.get("properties") instanceof ObjectNode properties) {
            properties.remove(List.of("minRows", "routing"));
            if (properties.has("upload")) {
                properties.put(FormUpload.EARLIER, documents(earlier.get(key)));
            }
        }
        if (isList(copy)) {
            copy.put("defaultRepetitions", 0);
        } else if (earlier.get(key) != null && !key.contains(".")) {
            var description = copy.path("description").asText("");
            if (!description.startsWith("=")) {
                copy.put("description", (description + " " + words.answer() + " " + word(key)).strip());
            }
        }
    }

    /** What came with an earlier answer: alternatives of a list, or true of a question for one document. */
    private static String documents(Object answer) {
        if (answer instanceof List<?> there) {
            return there.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return Boolean.TRUE.equals(answer) ? "true" : "";
    }

    /** The rows that a list has are replaced by those that are filled in. */
    private void earlierRows(ObjectNode list, String key, ArrayNode into) {
        if (!isList(list) || earlier.get(key) == null || key.contains(".")) {
            return;
        }
        var text = JsonNodeFactory.instance
                .objectNode()
                .put("type", "text")
                .put("id", PREFIX + "text_" + key)
                .put("text", words.rows() + " " + word(key));
        text.putObject("layout").put("row", PREFIX + "Row_text_" + key).putNull("columns");
        var question = questions.get(key);
        var open = asked.contains(key) && question.decidedBy().stream().noneMatch(asked::contains);
        hide(text, open ? "" : unlessAsked(asked.contains(key), question.hides(), true));
        into.add(text);
    }

    private String word(String key) {
        return "{{%s.words.%s}}".formatted(content, key);
    }

    private String unlessAsked(boolean isAsked, List<String> hides) {
        return unlessAsked(isAsked, hides, !isAsked);
    }

    /** The condition that hides; empty if nothing does. */
    private String unlessAsked(boolean isAsked, List<String> hides, boolean asTheFormHides) {
        var conditions = new ArrayList<String>();
        if (narrowed && !isAsked) {
            conditions.add(all.isEmpty() ? "true" : "not(" + all + " = true)");
        }
        if (asTheFormHides || !narrowed) {
            hides.forEach(hide -> conditions.add("(" + withEarlier(hide) + ")"));
        }
        return String.join(" or ", conditions);
    }

    /** What is left open stands as it was answered before, also for the conditions that read it. */
    private String withEarlier(String condition) {
        return TOKEN.matcher(condition).replaceAll(found -> Matcher.quoteReplacement(orEarlier(found.group())));
    }

    private String orEarlier(String name) {
        var literal = questions.containsKey(name) ? literal(questions.get(name).node(), earlier.get(name)) : null;
        return literal == null ? name : "(if %1$s = null then %2$s else %1$s)".formatted(name, literal);
    }

    private static String literal(JsonNode question, Object answer) {
        if (answer == null || !PLAIN.matcher(answer.toString()).matches()) {
            return null;
        }
        return switch (question.path("type").asText()) {
            case "checkbox", "number" -> answer.toString();
            default -> "\"" + answer + "\"";
        };
    }

    private static void hide(ObjectNode component, String condition) {
        component.remove("conditional");
        if (!condition.isEmpty()) {
            component.putObject("conditional").put("hide", "=" + condition);
        }
    }

    /** In the portal a part that nobody has asked for shows its heading, so that the page is no longer than what is asked. */
    private static void fold(ObjectNode group) {
        group.withObjectProperty("properties").put("folded", "true");
    }

    private static List<String> with(List<String> hides, JsonNode component) {
        var hide = component.path("conditional").path("hide").asText("").strip();
        if (!hide.startsWith("=")) {
            return hides;
        }
        var all = new ArrayList<>(hides);
        all.add(hide.substring(1));
        return all;
    }

    private static boolean isList(JsonNode component) {
        return component.path("type").asText().equals("dynamiclist");
    }

    private static boolean isForStaff(JsonNode component) {
        return component.path("properties").path("audience").asText().equals("staff");
    }

    /** Where the answer stands; null if the component holds none. */
    private static String key(JsonNode component, String path) {
        var own = component.path(isList(component) ? "path" : "key").asText("");
        return own.isEmpty() ? null : join(path, own);
    }

    private static String join(String path, String own) {
        return path.isEmpty() || own.isEmpty() ? path + own : path + "." + own;
    }

    /** The form stands beside the task list, where the columns of the first form leave too little room for labels. */
    private static void onItsOwnRow(ObjectNode component, String key) {
        component.putObject("layout").put("row", PREFIX + "Row_" + key).putNull("columns");
    }

    /** Ids and rows are unique within a form. */
    private static void rename(ObjectNode component) {
        component.put("id", PREFIX + component.path("id").asText());
        if (component.get("layout") instanceof ObjectNode layout && layout.hasNonNull("row")) {
            layout.put("row", PREFIX + layout.get("row").asText());
        }
        if (isList(component)) {
            component.path("components").forEach(child -> rename((ObjectNode) child));
        }
    }
}
