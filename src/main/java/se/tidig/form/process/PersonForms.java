package se.tidig.form.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.tidig.LegalTexts;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.Declaration;
import se.tidig.form.FormSchema;
import se.tidig.form.Rejected;
import se.tidig.form.process.DeployedForms.Deployed;

/**
 * The forms of tasks as a person gets them. Until the person has declared in the case, the questions of the
 * declaration come first, and the task's own follow after an answer that lets the person go on. Both are the bundle's
 * forms, so the declaration is worded once. A task has {@code conflictDeclaration = false} if a person who does it
 * cannot influence a decision (16 § förvaltningslagen).
 */
@Component
class PersonForms {

    static final String PROPERTY = "conflictDeclaration";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeployedForms forms;
    private final BorrowedQuestions borrowed;
    private final ModelElementReader elements;
    private final ObjectProvider<Declaration> declarations;
    private final Map<String, Deployed> joined = new ConcurrentHashMap<>();

    PersonForms(
            DeployedForms forms,
            BorrowedQuestions borrowed,
            ModelElementReader elements,
            ObjectProvider<Declaration> declarations) {
        this.forms = forms;
        this.borrowed = borrowed;
        this.elements = elements;
        this.declarations = declarations;
    }

    /** The form that the person of the case task does the task with. */
    Optional<Deployed> of(TaskEntity task, CaseTask caseTask) {
        var own = own(task, caseTask);
        return own.isPresent() && owes(task, caseTask, own.get()) ? Optional.of(join(question(task), own.get())) : own;
    }

    private Optional<Deployed> own(TaskEntity task, CaseTask caseTask) {
        return forms.of(task)
                .map(form -> borrowed.in(form, task.getProcessDefinition().getDeploymentId(), caseTask));
    }

    /** Whether the person has to declare with the task, or before it. */
    boolean owes(TaskEntity task, CaseTask caseTask) {
        return forms.of(task).map(own -> owes(task, caseTask, own)).orElse(false);
    }

    private boolean owes(TaskEntity task, CaseTask caseTask, Deployed own) {
        return asks(task, own) && declarations.getObject().isOwed(caseTask);
    }

    private boolean asks(TaskEntity task, Deployed own) {
        return !own.schema().inputKeys().contains(declarations.getObject().key())
                && !elements.properties(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), PROPERTY)
                        .contains("false");
    }

    /**
     * The same form as it is shown, as JSON: a person who has declared finds below it if to declare otherwise (18
     * §).
     *
     * @return empty if it is shown as the model names it
     */
    Optional<String> shown(TaskEntity task, CaseTask caseTask) {
        var own = own(task, caseTask);
        var asNamed = own.equals(forms.of(task));
        if (own.isPresent() && asks(task, own.get())) {
            var declaration = declarations.getObject();
            if (declaration.isOwed(caseTask)) {
                return of(task, caseTask).map(Deployed::json);
            }
            if (declaration.isMade(caseTask)) {
                return Optional.of(
                        with(declaration.otherwise(caseTask), tree(own.get())).toString());
            }
        }
        return asNamed ? Optional.empty() : own.map(Deployed::json);
    }

    private static ObjectNode with(String text, ObjectNode form) {
        var last = JSON.createObjectNode()
                .put("type", "text")
                .put("id", "text_otherwise")
                .put("text", text);
        last.putObject("layout").put("row", "Row_text_otherwise").putNull("columns");
        form.withArray("components").add(last);
        return form;
    }

    /**
     * Removes the declaration from the answers.
     *
     * @return what is left for the task; empty if the person does not continue with it
     */
    Optional<Answers> declare(TaskEntity task, CaseTask caseTask, Answers accepted) {
        var declaration = declarations.getObject();
        var questions = question(task).schema().inputKeys();
        var said = new LinkedHashMap<>(accepted.values());
        said.keySet().retainAll(questions);
        if (!declaration.declare(caseTask, new Answers(said), groups(task))) {
            return Optional.empty();
        }
        var left = new LinkedHashMap<>(accepted.values());
        left.keySet().removeAll(questions);
        return Optional.of(new Answers(left));
    }

    /** @throws Rejected if the person has not answered the question that the task asks first */
    void checkAnswered(Map<String, Object> posted) {
        if (posted.get(declarations.getObject().key()) == null) {
            throw new Rejected(declarations.getObject().key(), LegalTexts.of("conflict.notAnswered"));
        }
    }

    private static Set<String> groups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }

    private Deployed question(TaskEntity task) {
        var form = declarations.getObject().form();
        return forms.named(form, task.getProcessDefinition().getDeploymentId())
                .orElseThrow(() ->
                        new Rejected("", "Formuläret " + form + " med frågan om jäv saknas. Säg till processägaren."));
    }

    private Deployed join(Deployed question, Deployed own) {
        // What another form's questions look like differs from case to case.
        return own.schema().questionsOf().isEmpty()
                ? joined.computeIfAbsent(question.id() + " " + own.id(), key -> joinAnew(question, own))
                : joinAnew(question, own);
    }

    private Deployed joinAnew(Deployed question, Deployed own) {
        var json = together(tree(question), tree(own));
        return new Deployed(own.id(), FormSchema.parse(json), own.version(), json.toString());
    }

    private ObjectNode together(ObjectNode question, ObjectNode own) {
        var declaration = declarations.getObject();
        rename(question.get("components"));
        var rest = JSON.createObjectNode().put("type", "group").put("id", "group_afterDeclaration");
        rest.putObject("conditional")
                .put("hide", "=not(%s = \"%s\")".formatted(declaration.key(), declaration.goesOn()));
        rest.putObject("layout").put("row", "Row_group_afterDeclaration").putNull("columns");
        rest.set("components", own.get("components"));
        var components = JSON.createArrayNode();
        components.addAll((ArrayNode) question.get("components"));
        components.add(rest);
        own.set("components", components);
        return own;
    }

    /** Ids and rows must be unique within a form. */
    private static void rename(Iterable<com.fasterxml.jackson.databind.JsonNode> components) {
        for (var component : components) {
            var named = (ObjectNode) component;
            named.put("id", "declaration_" + named.path("id").asText());
            if (named.get("layout") instanceof ObjectNode layout && layout.hasNonNull("row")) {
                layout.put("row", "declaration_" + layout.get("row").asText());
            }
            if (named.has("components")) {
                rename(named.get("components"));
            }
        }
    }

    private static ObjectNode tree(Deployed form) {
        try {
            return (ObjectNode) JSON.readTree(form.json());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
