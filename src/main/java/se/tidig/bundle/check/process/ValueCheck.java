package se.tidig.bundle.check.process;

import static se.tidig.bundle.check.file.ProcessFile.camunda;

import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.variable.Expression;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableUse;

/**
 * Checks numbers and dates that the engine reads only when a case reaches the step. Any other text stops the case
 * there, whether it is in the model or in a variable.
 */
public final class ValueCheck {

    private final ProcessFile file;
    private final VariableDomain values;
    private final FindingList findings;

    public ValueCheck(ProcessFile file, VariableDomain values, FindingList findings) {
        this.file = file;
        this.values = values;
        this.findings = findings;
    }

    public void check() {
        for (var node : file.nodes()) {
            for (var priority : new String[] {"priority", "jobPriority", "taskPriority"}) {
                number(node, "egenskapen " + priority, camunda(node, priority), -1_000_000);
            }
            for (var day : new String[] {"dueDate", "followUpDate"}) {
                value(
                        node,
                        "egenskapen " + day,
                        camunda(node, day),
                        TimerCheck::isDay,
                        "inte är någon dag",
                        "skriv en dag som 2026-11-21, en tid från nu som P14D, eller ${variabel}");
            }
            ProcessFile.children(node, MultiInstanceLoopCharacteristics.class).forEach(loop -> {
                cardinality(node, loop);
                list(node, camunda(loop, "collection"));
            });
            for (var timer : VariableUse.timers(node)) {
                var text = timer.getTextContent().strip();
                if (text.contains("{")) {
                    value(
                            node,
                            "tiden",
                            text,
                            value -> TimerCheck.isTime(timer.getLocalName(), value),
                            "inte är någon tid",
                            "läs en variabel som är en tid");
                }
            }
        }
    }

    private void cardinality(FlowNode node, ModelElementInstance loop) {
        loop.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("loopCardinality"))
                .forEach(child -> number(node, "upprepningens antal", child.getTextContent(), 0));
    }

    /** A string is never a list, so a known string value is an error. */
    private void list(FlowNode node, String collection) {
        if (collection != null) {
            value(
                    node,
                    "upprepningens lista",
                    collection.contains("{") ? collection : "${" + collection + "}",
                    value -> false,
                    "inte är någon lista",
                    "läs en variabel som är en lista");
        }
    }

    private void number(FlowNode node, String what, String text, int least) {
        value(
                node,
                what,
                text,
                value -> isNumber(value, least),
                "inte är ett heltal" + (least < 0 ? "" : " från " + least),
                "skriv ett heltal eller ${variabel}");
    }

    private static boolean isNumber(String text, int least) {
        try {
            return Integer.parseInt(text) >= least;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void value(
            FlowNode node, String what, String text, Predicate<String> readable, String fault, String remedy) {
        if (text == null || text.isBlank()) {
            return;
        }
        var expression = Expression.of(text);
        if (expression.fault() != null) {
            return; // ExpressionCheck reports it.
        }
        var variable = expression.singleName();
        if (variable != null) {
            for (var value : values.of(variable)) {
                if (!readable.test(value)) {
                    error(node, what + " kan bli \"" + value + "\", som " + fault, remedy);
                    return;
                }
            }
        } else if (!expression.isText() || !readable.test(text)) {
            error(node, what + " är \"" + text + "\", som " + fault, remedy);
        }
    }

    private void error(FlowNode node, String cause, String remedy) {
        findings.error(file.name(), node.getId(), cause, remedy);
    }
}
