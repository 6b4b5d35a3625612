package se.tidig.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Camunda form (form-js schema 16) as it is deployed, and what is wrong with it.
 *
 * @param id the form's id, by which models refer to it
 * @param components the components in the order they are shown
 * @param reads the names of outside data (case content, process variables) that its expressions and templates read
 * @param expressions every FEEL expression in it, in the order of its components
 * @param problems what a process owner must mend before the form can be deployed; empty if it is sound
 */
public record FormSchema(
        String id,
        List<FormComponent> components,
        Set<String> reads,
        List<FormExpression> expressions,
        List<Problem> problems) {

    /** The custom property of a group that stands for the questions of the form it names. */
    public static final String QUESTIONS_OF = "questionsOf";

    /** The custom property of a question that the self-test asks. */
    public static final String SELF_TEST = "selfTest";

    /** Reads a {@code .form} file; never fails, see {@link #problems}. */
    public static FormSchema parse(String json) {
        var parser = new FormParser();
        return checked(parser, parser.parse(json));
    }

    /** The same for a file that has been read as a tree. */
    public static FormSchema parse(JsonNode json) {
        var parser = new FormParser();
        return checked(parser, parser.parse(json));
    }

    private static FormSchema checked(FormParser parser, List<FormComponent> components) {
        var problems = new ArrayList<>(parser.problems());
        var check = new ComponentCheck(components);
        problems.addAll(check.problems());
        problems.addAll(new ScreenCheck(components).problems());
        return new FormSchema(
                parser.formId(), components, check.reads(), List.copyOf(check.expressions()), List.copyOf(problems));
    }

    /**
     * The keys under which the form gives answers: {@code summary}, {@code applicant.name}, for a dynamic list its own
     * ({@code budgetLines}) and those of its rows ({@code budgetLines.amount}).
     */
    public Set<String> inputKeys() {
        var keys = new LinkedHashSet<String>();
        collect(components, "", keys);
        return keys;
    }

    /** Whether it asks a question of that key, or questions in a group of that key. */
    public boolean asks(String question) {
        return inputKeys().stream().anyMatch(key -> key.equals(question) || key.startsWith(question + "."));
    }

    /** The keys of the answers that become process variables of the same name. */
    public Set<String> routingKeys() {
        var keys = new LinkedHashSet<String>();
        each(components, component -> {
            if (component.routing() && component.key() != null) {
                keys.add(component.key());
            }
        });
        return keys;
    }

    /**
     * The answers that the form marks as routing, as process variables: a question of yes or no as a truth value, false
     * if it is left open, so that a condition can read it; any other as it was answered, null if it is left open.
     */
    public Map<String, Object> routing(Map<String, Object> answers) {
        var routing = new LinkedHashMap<String, Object>();
        each(components, component -> {
            if (component.routing() && component.key() != null) {
                var answer = answers.get(component.key());
                routing.put(
                        component.key(), component.yesOrNo() ? (Object) "true".equals(String.valueOf(answer)) : answer);
            }
        });
        return routing;
    }

    /** The form as the portal shows it: without what only the staff answer, and without what is asked on paper only. */
    public FormSchema forApplicants() {
        return new FormSchema(id, forApplicants(components), reads, expressions, problems);
    }

    private static List<FormComponent> forApplicants(List<FormComponent> components) {
        return components.stream()
                .filter(component -> !component.isForStaff())
                .map(component -> component.with(forApplicants(component.children())))
                .toList();
    }

    /**
     * The questions with the property {@link #SELF_TEST}, one after the other: what would hide them or their groups is
     * left out, since the few are asked at once.
     */
    public FormSchema selfTest() {
        var asked = new ArrayList<FormComponent>();
        each(components, component -> {
            if ("true".equals(component.properties().get(SELF_TEST))) {
                asked.add(component.alwaysShown());
            }
        });
        return new FormSchema(id, List.copyOf(asked), reads, expressions, problems);
    }

    /** The groups at the top, which are the parts of the form in the portal, in order. */
    public List<FormComponent> parts() {
        return components.stream()
                .filter(component -> component.type() == ComponentType.GROUP)
                .toList();
    }

    /** The components of a part: the group of that id; all of the form if it is null; none if there is no such group. */
    List<FormComponent> part(String group) {
        return group == null
                ? components
                : components.stream()
                        .filter(component -> component.type() == ComponentType.GROUP
                                && component.id().equals(group))
                        .toList();
    }

    /** The forms whose questions stand in this one, by groups with the property {@link #QUESTIONS_OF}. */
    public Set<String> questionsOf() {
        var forms = new LinkedHashSet<String>();
        each(components, component -> {
            if (component.properties().containsKey(QUESTIONS_OF)) {
                forms.add(component.properties().get(QUESTIONS_OF));
            }
        });
        return forms;
    }

    /** The component that takes the answer of the key; rows' components are not found by it. */
    public Optional<FormComponent> component(String key) {
        return find(components, key);
    }

    /**
     * The word that the form shows for an answer: {@code word("organisationType", "foundation")}, in a list's rows
     * {@code word("budgetLines.category", "salary")}; empty if it offers no such alternative.
     */
    public Optional<String> word(String key, Object value) {
        return Optional.ofNullable(options(key).get(String.valueOf(value)));
    }

    /** The alternatives of the question at the key: the words that are shown by the value they stand for. */
    public Map<String, String> options(String key) {
        var found = new ArrayList<FormComponent>();
        at(components, "", key, found);
        var options = new LinkedHashMap<String, String>();
        found.forEach(component -> options.putAll(component.options()));
        return options;
    }

    private static void at(List<FormComponent> components, String prefix, String key, List<FormComponent> found) {
        for (var component : components) {
            if (key.equals(prefix + component.key())) {
                found.add(component);
            }
            var rows = component.type() == ComponentType.DYNAMICLIST;
            at(component.children(), rows ? prefix + component.key() + "." : prefix, key, found);
        }
    }

    private static Optional<FormComponent> find(List<FormComponent> components, String key) {
        return components.stream()
                .flatMap(component -> component.type() == ComponentType.GROUP
                        ? find(component.children(), key).stream()
                        : Optional.of(component).filter(found -> key.equals(found.key())).stream())
                .findFirst();
    }

    static void each(List<FormComponent> components, Consumer<FormComponent> action) {
        for (var component : components) {
            action.accept(component);
            each(component.children(), action);
        }
    }

    private static void collect(List<FormComponent> components, String prefix, Set<String> keys) {
        for (var component : components) {
            if (component.key() != null) {
                keys.add(prefix + component.key());
            }
            var rows = component.type() == ComponentType.DYNAMICLIST;
            collect(component.children(), rows ? prefix + component.key() + "." : prefix, keys);
        }
    }
}
