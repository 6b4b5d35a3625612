package se.tidig.owner;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a process owner does in the Modeler with the mouse. */
final class Drawing {

    private Drawing() {}

    /** A review by the group with the form, which the actor of the other step may not do. */
    static UserTask review(BpmnModelInstance model, String id, String name, String form, String group, String not) {
        var task = model.newInstance(UserTask.class, id);
        task.setName(name);
        task.setCamundaFormRef(form);
        task.setCamundaFormRefBinding("deployment");
        task.setCamundaCandidateGroups(group);
        var properties = model.newInstance(CamundaProperties.class);
        var property = model.newInstance(CamundaProperty.class);
        property.setCamundaName("excludedActorOf");
        property.setCamundaValue(not);
        properties.addChildElement(property);
        task.setExtensionElements(model.newInstance(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class));
        task.getExtensionElements().addChildElement(properties);
        return task;
    }

    static ServiceTask mail(BpmnModelInstance model, String id, String name, String mail, String to) {
        var task = model.newInstance(ServiceTask.class, id);
        task.setName(name);
        task.setCamundaType("external");
        task.setCamundaTopic("notification.send");
        var inputs = model.newInstance(CamundaInputOutput.class);
        inputs.addChildElement(input(model, "mail", mail));
        inputs.addChildElement(input(model, "to", to));
        task.setExtensionElements(model.newInstance(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class));
        task.getExtensionElements().addChildElement(inputs);
        return task;
    }

    /** The same with a letter, which is written and sent along. */
    static ServiceTask letter(BpmnModelInstance model, String id, String name, String letter, String mail, String to) {
        var task = mail(model, id, name, mail, to);
        var inputs = task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class);
        inputs.singleResult().addChildElement(input(model, "letter", letter));
        return task;
    }

    private static CamundaInputParameter input(BpmnModelInstance model, String name, String value) {
        var input = model.newInstance(CamundaInputParameter.class);
        input.setCamundaName(name);
        input.setTextContent(value);
        return input;
    }

    /** Drops the step on the flow, which the Modeler then splits in two. */
    static void drop(BpmnModelInstance model, FlowNode step, String onFlow) {
        SequenceFlow flow = model.getModelElementById(onFlow);
        var next = flow.getTarget();
        flow.getParentElement().addChildElement(step);
        next.getIncoming().remove(flow);
        flow.setTarget(step);
        step.getIncoming().add(flow);
        var rest = model.newInstance(SequenceFlow.class, "flow_after_" + step.getId());
        flow.getParentElement().addChildElement(rest);
        rest.setSource(step);
        rest.setTarget(next);
        step.getOutgoing().add(rest);
        next.getIncoming().add(rest);
        draw(model, step, rest);
    }

    /** A detour by the step if the condition holds: a gateway before it and one after, both dropped on the flow. */
    static void fork(BpmnModelInstance model, String onFlow, String condition, FlowNode step) {
        var asks = model.newInstance(ExclusiveGateway.class, "gateway_asks_" + step.getId());
        asks.setName("Särskild granskning?");
        var joins = model.newInstance(ExclusiveGateway.class, "gateway_joins_" + step.getId());
        drop(model, asks, onFlow);
        drop(model, joins, "flow_after_" + asks.getId());
        asks.setDefault(model.getModelElementById("flow_after_" + asks.getId()));
        asks.getParentElement().addChildElement(step);
        var there = flow(model, "flow_to_" + step.getId(), asks, step);
        there.setName("Ja");
        var when = model.newInstance(ConditionExpression.class);
        when.setTextContent(condition);
        there.setConditionExpression(when);
        var back = flow(model, "flow_back_" + step.getId(), step, joins);
        draw(model, step, there);
        edge(model, back);
    }

    /** A timer on the edge of a step that lets the step go on, with a step of its own and an end of its own. */
    static void beside(BpmnModelInstance model, String step, String timer, String after, FlowNode task) {
        var boundary = timer(model, step, timer, after, false);
        var end = model.newInstance(EndEvent.class, "endEvent_" + timer);
        end.setName("Klart");
        boundary.getParentElement().addChildElement(task);
        boundary.getParentElement().addChildElement(end);
        draw(model, boundary, flow(model, "flow_" + timer, boundary, task));
        draw(model, task, flow(model, "flow_end_" + timer, task, end));
        shape(model, end);
    }

    /** A timer on the edge of a step that ends the step, with a step in its place and the flow back. */
    static void instead(BpmnModelInstance model, String step, String timer, String after, FlowNode task) {
        var boundary = timer(model, step, timer, after, true);
        boundary.getParentElement().addChildElement(task);
        draw(model, boundary, flow(model, "flow_" + timer, boundary, task));
        draw(model, task, flow(model, "flow_back_" + timer, task, model.getModelElementById(step)));
    }

    /** After a duration, as {@code P14D}, or at a time, as {@code ${variable}}. */
    private static BoundaryEvent timer(
            BpmnModelInstance model, String step, String timer, String after, boolean interrupting) {
        Activity activity = model.getModelElementById(step);
        var boundary = model.newInstance(BoundaryEvent.class, timer);
        boundary.setName("Efter " + after);
        boundary.setCancelActivity(interrupting);
        activity.getParentElement().addChildElement(boundary);
        boundary.setAttachedTo(activity);
        var extensions = model.newInstance(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class);
        var retry = model.newInstance(CamundaFailedJobRetryTimeCycle.class);
        retry.setTextContent("PT10S,PT1M,PT10M");
        extensions.addChildElement(retry);
        boundary.setExtensionElements(extensions);
        var definition = model.newInstance(TimerEventDefinition.class, timer + "_timer");
        if (after.startsWith("P")) {
            var duration = model.newInstance(TimeDuration.class);
            duration.setTextContent(after);
            definition.setTimeDuration(duration);
        } else {
            var date = model.newInstance(TimeDate.class);
            date.setTextContent(after);
            definition.setTimeDate(date);
        }
        boundary.getEventDefinitions().add(definition);
        return boundary;
    }

    private static SequenceFlow flow(BpmnModelInstance model, String id, FlowNode from, FlowNode to) {
        var flow = model.newInstance(SequenceFlow.class, id);
        from.getParentElement().addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
        return flow;
    }

    private static void edge(BpmnModelInstance model, SequenceFlow flow) {
        var edge = model.newInstance(BpmnEdge.class, flow.getId() + "_di");
        edge.setBpmnElement(flow);
        edge.addChildElement(point(model, 300));
        edge.addChildElement(point(model, 360));
        plane(model, flow).addChildElement(edge);
    }

    private static BpmnPlane plane(BpmnModelInstance model, FlowElement shownElement) {
        var planes = model.getModelElementsByType(BpmnPlane.class);
        return planes.stream()
                .filter(shown -> shown.getBpmnElement().equals(shownElement.getParentElement()))
                .findFirst()
                .orElseGet(() -> planes.iterator().next());
    }

    private static void draw(BpmnModelInstance model, FlowNode step, SequenceFlow flow) {
        shape(model, step);
        edge(model, flow);
    }

    private static void shape(BpmnModelInstance model, FlowNode step) {
        var shape = model.newInstance(BpmnShape.class, step.getId() + "_di");
        shape.setBpmnElement(step);
        var bounds = model.newInstance(Bounds.class);
        bounds.setX(200);
        bounds.setY(60);
        bounds.setWidth(100);
        bounds.setHeight(80);
        shape.setBounds(bounds);
        plane(model, step).addChildElement(shape);
    }

    private static Waypoint point(BpmnModelInstance model, double x) {
        var point = model.newInstance(Waypoint.class);
        point.setX(x);
        point.setY(100);
        return point;
    }

    /** A new column that the present rows leave open, and a new last row that reads nothing else. */
    static void addRule(
            DmnModelInstance model, String decision, String label, String read, String when, String result) {
        DecisionTable table = table(model, decision);
        var input = model.newInstance(Input.class, "input_" + decision + "_new");
        input.setLabel(label);
        var expression = model.newInstance(InputExpression.class, "inputExpression_" + decision + "_new");
        expression.setText(text(model, read));
        input.setInputExpression(expression);
        table.getInputs().add(input);
        var columns = table.getInputs().size();
        for (var rule : table.getRules()) {
            rule.getInputEntries().add(entry(model, rule.getId() + "_new", ""));
        }
        var rule = model.newInstance(Rule.class, "rule_" + decision + "_new");
        for (int column = 1; column <= columns; column++) {
            rule.getInputEntries().add(entry(model, rule.getId() + "_in" + column, column == columns ? when : ""));
        }
        var output = model.newInstance(OutputEntry.class, rule.getId() + "_out");
        output.setText(text(model, result));
        rule.getOutputEntries().add(output);
        table.getRules().add(rule);
    }

    /** A new last column that the present rows leave open; its cells are {@code RULE_READ}. */
    static void addColumn(DmnModelInstance model, String decision, String label, String read) {
        DecisionTable table = table(model, decision);
        var input = model.newInstance(Input.class, "input_" + decision + "_" + read);
        input.setLabel(label);
        var expression = model.newInstance(InputExpression.class, "inputExpression_" + decision + "_" + read);
        expression.setText(text(model, read));
        input.setInputExpression(expression);
        table.getInputs().add(input);
        for (var rule : table.getRules()) {
            rule.getInputEntries().add(entry(model, rule.getId() + "_" + read, ""));
        }
    }

    /** A new last row. */
    static void addRow(DmnModelInstance model, String decision, List<String> when, String result) {
        addRow(model, decision, when, List.of(result));
    }

    /** The same of a table with several outputs. */
    static void addRow(DmnModelInstance model, String decision, List<String> when, List<String> results) {
        var table = table(model, decision);
        var id = "rule_" + decision + "_" + (table.getRules().size() + 1);
        var rule = model.newInstance(Rule.class, id);
        for (int column = 0; column < when.size(); column++) {
            rule.getInputEntries().add(entry(model, id + "_in" + column, when.get(column)));
        }
        for (int column = 0; column < results.size(); column++) {
            var output = model.newInstance(OutputEntry.class, id + "_out" + column);
            output.setText(text(model, results.get(column)));
            rule.getOutputEntries().add(output);
        }
        table.getRules().add(rule);
    }

    /** Moves the last row to the top. */
    static void lastRowFirst(DmnModelInstance model, String decision) {
        var table = table(model, decision);
        var last = List.copyOf(table.getRules()).get(table.getRules().size() - 1);
        table.getRules().remove(last);
        var outputs = List.copyOf(table.getOutputs());
        table.insertElementAfter(last, outputs.get(outputs.size() - 1));
    }

    /** How many columns a table reads. */
    static int columns(DmnModelInstance model, String decision) {
        return table(model, decision).getInputs().size();
    }

    /** A new last row of a table with one column. */
    static void addRow(DmnModelInstance model, String decision, String when, String result) {
        var rule = model.newInstance(Rule.class, "rule_" + decision + "_new");
        rule.getInputEntries().add(entry(model, rule.getId() + "_in", when));
        var output = model.newInstance(OutputEntry.class, rule.getId() + "_out");
        output.setText(text(model, result));
        rule.getOutputEntries().add(output);
        table(model, decision).getRules().add(rule);
    }

    private static InputEntry entry(DmnModelInstance model, String id, String text) {
        var entry = model.newInstance(InputEntry.class, id);
        entry.setText(text(model, text));
        return entry;
    }

    /** Writes into a cell of a row, input or output. */
    static void cell(DmnModelInstance model, String id, String text) {
        ModelElementInstance cell = model.getModelElementById(id);
        cell.getChildElementsByType(Text.class).iterator().next().setTextContent(text);
    }

    private static DecisionTable table(DmnModelInstance model, String decision) {
        return (DecisionTable) ((Decision) model.getModelElementById(decision)).getExpression();
    }

    private static Text text(ModelInstance model, String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }
}
