package se.tidig.bundle.check.process;

import static se.tidig.bundle.check.file.ProcessFile.camunda;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import se.tidig.bundle.check.file.ElementSearch;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.Expression;
import se.tidig.bundle.check.variable.VariableDomain;

/**
 * Checks that every user task has a group that can do it. A task for another person than in earlier steps (four eyes)
 * must name steps that a person has done before.
 */
public final class UserTaskCheck {

    private static final String EXCLUDED = "excludedActorOf";

    /** Whether the person is asked about conflicts of interest before the task; true if the property is missing. */
    private static final String DECLARATION = "conflictDeclaration";

    /** The extension properties of user tasks that Tidig reads; any other is a misspelling. */
    private static final Set<String> PROPERTIES = Set.of(EXCLUDED, DECLARATION);

    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private final ProcessFile file;
    private final ModelSet models;
    private final VariableDomain values;

    public UserTaskCheck(ProcessFile file, ModelSet models, VariableDomain values) {
        this.file = file;
        this.models = models;
        this.values = values;
    }

    public void check() {
        for (var task : file.all(UserTask.class)) {
            if (camunda(task, "candidateGroups") == null) {
                error(
                        task.getId(),
                        camunda(task, "assignee") == null
                                ? "ingen grupp får uppgiften"
                                : "ingen grupp får uppgiften när handläggaren lämnar den ifrån sig",
                        "ange en eller flera grupper som candidateGroups");
            }
            groups(task);
            persons(task);
            excluded(task);
            declaration(task);
        }
        for (var node : file.nodes()) {
            for (var property : ProcessFile.extensions(node, "property")) {
                var name = property.getAttribute("name");
                if (Notation.isBlank(name)) {
                    error(node.getId(), "en egenskap saknar namn", "skriv namnet eller ta bort egenskapen");
                } else if (!PROPERTIES.contains(name)) {
                    error(
                            node.getId(),
                            "egenskapen \"" + name + "\" är okänd" + Suggestion.of(name, PROPERTIES),
                            "rätta stavningen eller ta bort den");
                } else if (!(node instanceof UserTask)) {
                    error(
                            node.getId(),
                            "egenskapen " + name + " gäller bara användaruppgifter",
                            "flytta den till uppgiften");
                }
            }
        }
    }

    private void groups(UserTask task) {
        var groups = camunda(task, "candidateGroups");
        if (groups == null || models.description().groups() == null) {
            return;
        }
        if (groups.contains("{")) {
            var variable = Expression.of(groups).singleName();
            if (variable == null) {
                error(
                        task.getId(),
                        "grupperna \"" + groups + "\" är varken namn eller en variabel",
                        "skriv gruppernas id eller ${variabel}");
                return;
            }
            for (var group : values.of(variable)) {
                if (!models.description().groups().containsKey(group)) {
                    error(
                            task.getId(),
                            "variabeln \"" + variable + "\" kan ge gruppen \"" + group
                                    + "\", som inte finns i bundle.yaml"
                                    + Suggestion.of(
                                            group, models.description().groups().keySet()),
                            "rätta den där variabeln får sitt värde, eller lägg till gruppen");
                }
            }
            return;
        }
        for (var group : groups.split(",")) {
            if (!models.description().groups().containsKey(group.strip())) {
                error(
                        task.getId(),
                        "gruppen \"" + group.strip() + "\" finns inte i bundle.yaml"
                                + Suggestion.of(
                                        group.strip(),
                                        models.description().groups().keySet()),
                        "rätta stavningen eller lägg till gruppen där");
            }
        }
    }

    private void persons(UserTask task) {
        for (var attribute : new String[] {"assignee", "candidateUsers"}) {
            var person = camunda(task, attribute);
            if (person != null && Expression.of(person).singleName() == null) {
                error(
                        task.getId(),
                        "egenskapen " + attribute + " pekar ut \"" + person + "\", och personer byts",
                        "skriv ${variabel} eller använd en grupp");
            }
        }
    }

    private void excluded(UserTask task) {
        var named = ProcessFile.property(task, EXCLUDED);
        if (named == null) {
            return;
        }
        for (var part : named.split(",", -1)) {
            var id = part.strip();
            var element = ElementSearch.byId(file.model(), id);
            if (element == null) {
                error(
                        task.getId(),
                        "excludedActorOf nämner \"" + id + "\", som inte finns i processen",
                        "skriv id på steget vars handläggare inte får göra detta");
            } else if (!(element instanceof UserTask
                    || element instanceof StartEvent && camunda(element, "formRef") != null)) {
                error(
                        task.getId(),
                        "excludedActorOf nämner " + id + ", som ingen människa gör",
                        "skriv id på en användaruppgift");
            } else if (element == task) {
                error(task.getId(), "excludedActorOf nämner uppgiften själv", "skriv id på steget före");
            } else if (!isBefore((FlowNode) element, task)) {
                error(
                        task.getId(),
                        "excludedActorOf nämner " + id + ", som inte kan göras före uppgiften",
                        "skriv id på ett steg före");
            }
        }
    }

    private void declaration(UserTask task) {
        var said = ProcessFile.property(task, DECLARATION);
        if (said != null && !YES_OR_NO.contains(said)) {
            error(
                    task.getId(),
                    "conflictDeclaration är \"" + said + "\"" + Suggestion.of(said, YES_OR_NO),
                    "skriv true om den som gör uppgiften ska tillfrågas om jäv, annars false");
        }
    }

    /** Whether a token can move from one to the other, also into and out of subprocesses. */
    private boolean isBefore(FlowNode earlier, FlowNode later) {
        var seen = new HashSet<FlowNode>();
        var open = new java.util.ArrayDeque<FlowNode>();
        open.push(earlier);
        while (!open.isEmpty()) {
            var node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (node == later) {
                return true;
            }
            open.addAll(file.next(node));
            file.boundaries(node).forEach(open::push);
            if (node instanceof SubProcess sub && sub != scopeOf(earlier, sub)) {
                file.nodes(sub).stream()
                        .filter(inner -> inner instanceof StartEvent || ProcessFile.isEventSubProcess(inner))
                        .forEach(open::push);
            }
            if (node.getParentElement() instanceof SubProcess scope) {
                file.eventSubProcesses(scope).forEach(open::push);
                open.push(scope);
            }
        }
        return false;
    }

    /** The scope itself if the earlier step is inside it, because leaving a scope does not restart it; else null. */
    private static SubProcess scopeOf(FlowNode earlier, SubProcess scope) {
        for (var parent = earlier.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent == scope) {
                return scope;
            }
        }
        return null;
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
