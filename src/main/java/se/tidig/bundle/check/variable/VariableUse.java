package se.tidig.bundle.check.variable;

import static se.tidig.bundle.check.file.ProcessFile.camunda;
import static se.tidig.bundle.check.file.ProcessFile.extensions;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import se.tidig.bundle.check.file.ProcessFile;

/**
 * An expression of a process and the place where the engine evaluates it.
 *
 * @param element the id of the element that has it
 * @param what its kind in Swedish, {@code villkoret}
 * @param expression the expression
 * @param at the element whose variables it sees
 * @param after whether it sees what that element has written
 * @param stored whether it reads only process variables, and nothing else that is known of the case
 */
public record VariableUse(
        String element, String what, Expression expression, FlowNode at, boolean after, boolean stored) {

    private static final List<String> TASK_ATTRIBUTES = List.of(
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority");

    private static final List<String> TIMERS = List.of("timeDate", "timeDuration", "timeCycle");

    /** Whether it is the condition of a flow. */
    public boolean isCondition() {
        return what.equals("villkoret");
    }

    /** Whether its value becomes a process variable. */
    public boolean isKept() {
        return what.startsWith("indata ") || what.startsWith("utdata ");
    }

    /** Every expression on the element and on its outgoing flows, except those that name delegates. */
    public static List<VariableUse> of(ProcessFile file, FlowNode node) {
        var uses = new ArrayList<VariableUse>();
        for (var attribute : TASK_ATTRIBUTES) {
            add(uses, node, "egenskapen " + attribute, camunda(node, attribute), node, false);
        }
        if (node instanceof UserTask) {
            add(uses, node, "namnet", node.getName(), node, false);
            node.getDomElement().getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .forEach(child -> add(uses, node, "dokumentationen", child.getTextContent(), node, false));
        }
        // The engine sets a timer on an activity when the activity begins, so the timer sees only earlier variables.
        var timerAt = node instanceof BoundaryEvent boundary ? boundary.getAttachedTo() : node;
        for (var timer : timers(node)) {
            add(uses, node, "tiden", timer.getTextContent(), timerAt, false);
        }
        extensions(node, "inputParameter")
                .forEach(input ->
                        add(uses, node, "indata " + input.getAttribute("name"), input.getTextContent(), node, false));
        extensions(node, "outputParameter")
                .forEach(output ->
                        add(uses, node, "utdata " + output.getAttribute("name"), output.getTextContent(), node, true));
        if (node instanceof CallActivity) {
            for (var in : extensions(node, "in")) {
                add(uses, node, "egenskapen businessKey", in.getAttribute("businessKey"), node, false);
                add(
                        uses,
                        node,
                        "indata " + in.getAttribute("target"),
                        in.getAttribute("sourceExpression"),
                        node,
                        false);
                name(uses, node, "indata " + in.getAttribute("target"), in.getAttribute("source"));
            }
        }
        ProcessFile.children(node, MultiInstanceLoopCharacteristics.class).forEach(loop -> {
            name(uses, node, "upprepningens lista", camunda(loop, "collection"));
            loop.getDomElement()
                    .getChildElements()
                    .forEach(child -> add(
                            uses,
                            node,
                            "upprepningen",
                            child.getTextContent(),
                            node,
                            child.getLocalName().equals("completionCondition")));
        });
        file.outgoing(node).forEach(flow -> {
            var condition = ProcessFile.condition(flow);
            if (condition != null) {
                uses.add(new VariableUse(flow.getId(), "villkoret", Expression.of(condition), node, true, false));
            }
        });
        return uses;
    }

    public static List<DomElement> timers(FlowNode node) {
        return ProcessFile.children(node, EventDefinition.class)
                .flatMap(definition -> definition.getDomElement().getChildElements().stream())
                .filter(child -> TIMERS.contains(child.getLocalName()))
                .toList();
    }

    private static void add(
            List<VariableUse> uses, FlowNode node, String what, String text, FlowNode at, boolean after) {
        if (text != null && !text.isBlank()) {
            uses.add(new VariableUse(node.getId(), what, Expression.of(text), at, after, false));
        }
    }

    /** Adds an attribute that holds a variable's name without {@code ${}}. */
    private static void name(List<VariableUse> uses, FlowNode node, String what, String name) {
        if (name != null && !name.isBlank()) {
            var text = name.contains("{") ? name : "${" + name.strip() + "}";
            uses.add(new VariableUse(node.getId(), what, Expression.of(text), node, false, true));
        }
    }
}
