package se.tidig.bundle.check.process;

import static se.tidig.bundle.check.file.ProcessFile.camunda;
import static se.tidig.bundle.check.file.ProcessFile.extensions;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.finding.Suggestion;
import se.tidig.bundle.check.variable.Expression;
import se.tidig.bundle.check.variable.VariableDomain;
import se.tidig.bundle.check.variable.VariableUse;

/**
 * Checks that expressions contain only names and comparisons, that delegates exist, and that compared values can occur.
 */
public final class ExpressionCheck {

    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final ProcessFile file;
    private final ModelSet models;
    private final VariableDomain values;

    public ExpressionCheck(ProcessFile file, ModelSet models, VariableDomain values) {
        this.file = file;
        this.models = models;
        this.values = values;
    }

    public void check() {
        for (var node : file.nodes()) {
            VariableUse.of(file, node).forEach(this::use);
            delegate(node, node.getId());
            ProcessFile.children(node, MessageEventDefinition.class)
                    .forEach(definition -> delegate(definition, node.getId()));
            listeners(node, node.getId());
            if (node instanceof CallActivity call
                    && String.valueOf(call.getCalledElement()).contains("{")) {
                error(node.getId(), "den anropade processen är ett uttryck", "skriv processens id");
            }
            for (var fixed : new String[] {"formRef", "decisionRef", "topic", "resultVariable"}) {
                if (String.valueOf(camunda(node, fixed)).contains("{")) {
                    error(node.getId(), "egenskapen " + fixed + " är ett uttryck", "skriv namnet som det är");
                }
            }
        }
        fixed(org.camunda.bpm.model.bpmn.instance.Error.class, "errorCode");
        fixed(Escalation.class, "escalationCode");
        fixed(Message.class, "name");
        file.flows().forEach(flow -> listeners(flow, flow.getId()));
        file.all(Process.class).forEach(process -> listeners(process, process.getId()));
        file.flows().forEach(this::condition);
    }

    /** Refuses expressions in texts that the engine evaluates in a place where no check knows the variables. */
    private void fixed(Class<? extends ModelElementInstance> type, String attribute) {
        for (var element : file.all(type)) {
            var own = element.getDomElement().getAttribute(attribute);
            for (var text : new String[] {String.valueOf(own), String.valueOf(camunda(element, "errorMessage"))}) {
                if (text.contains("${") || text.contains("#{")) {
                    error(ProcessFile.id(element), "texten \"" + text + "\" är ett uttryck", "skriv texten som den är");
                }
            }
        }
    }

    private void listeners(ModelElementInstance element, String id) {
        for (var kind : new String[] {"executionListener", "taskListener"}) {
            for (var listener : extensions(element, kind)) {
                var expression = listener.getAttribute("delegateExpression");
                if (expression == null || expression.isBlank()) {
                    error(id, "lyssnaren har ingen delegat", "ange camunda:delegateExpression=\"${delegat}\"");
                } else {
                    bean(id, expression);
                }
                if ("timeout".equals(listener.getAttribute("event"))
                        && (listener.getAttribute("id") == null
                                || listener.getChildElements().isEmpty())) {
                    error(
                            id,
                            "en lyssnare på tid (timeout) saknar id eller tid",
                            "ta bort lyssnaren eller ge den en tid");
                }
            }
        }
    }

    private void delegate(ModelElementInstance element, String id) {
        var expression = camunda(element, "delegateExpression");
        if (expression != null) {
            bean(id, expression);
        }
    }

    private void bean(String id, String text) {
        var expression = Expression.of(text);
        var name = expression.singleName();
        if (expression.fault() != null) {
            error(id, expression.fault(), "skriv delegatens namn: ${delegat}");
        } else if (name == null) {
            error(id, "delegaten " + text + " är inte skriven som ${delegat}", "skriv delegatens namn inom ${ och }");
        } else if (!models.vocabulary().delegates().containsKey(name)) {
            error(
                    id,
                    "delegaten \"" + name + "\" finns inte"
                            + Suggestion.of(
                                    name, models.vocabulary().delegates().keySet()),
                    "rätta stavningen eller använd en delegat som finns");
        }
    }

    private void use(VariableUse use) {
        var expression = use.expression();
        if (expression.fault() != null) {
            error(
                    use.element(),
                    use.what() + ": " + expression.fault(),
                    "skriv bara ${variabel} eller en jämförelse som ${variabel == 'VÄRDE'}");
            return;
        }
        for (var name : expression.names()) {
            if (models.vocabulary().delegates().containsKey(name)) {
                error(
                        use.element(),
                        use.what() + " använder delegaten \"" + name + "\" som variabel",
                        "skriv en variabels namn");
            }
        }
        for (var order : expression.orders()) {
            for (var value : values.of(order.variable())) {
                if (!value.matches("-?\\d+(\\.\\d+)?")) {
                    error(
                            use.element(),
                            use.what() + " jämför \"" + order.variable() + "\", som kan bli \"" + value
                                    + "\", med talet " + order.constant(),
                            "jämför med ett av värdena, eller läs en variabel som är ett tal");
                    break;
                }
            }
        }
        for (var comparison : expression.comparisons()) {
            Set<String> possible = values.of(comparison.variable());
            if (!possible.isEmpty()
                    && !possible.contains(comparison.constant())
                    && !comparison.constant().equals("null")) {
                error(
                        use.element(),
                        "variabeln \"" + comparison.variable() + "\" får aldrig värdet \"" + comparison.constant()
                                + "\"" + Suggestion.of(comparison.constant(), possible),
                        "använd ett av värdena " + String.join(", ", possible));
            }
        }
    }

    private void condition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        if (condition == null) {
            return;
        }
        var language = condition.getLanguage();
        if (language != null && !language.isBlank() || ProcessFile.camunda(condition, "resource") != null) {
            error(flow.getId(), "villkoret är ett skript", "skriv villkoret som ${variabel == 'VÄRDE'}");
        }
        var text = ProcessFile.condition(flow);
        var expression = Expression.of(text);
        var variable = expression.singleName();
        if (variable != null && expression.fault() == null) {
            for (var value : values.of(variable)) {
                if (!TRUTHS.contains(value)) {
                    error(
                            flow.getId(),
                            "villkoret är bara variabeln \"" + variable + "\", som kan bli \"" + value
                                    + "\" och inte sant eller falskt",
                            "skriv en jämförelse: ${" + variable + " == '" + value + "'}");
                    break;
                }
            }
        }
        if (expression.fault() == null && (!expression.mayBeTruth() || text.isEmpty())) {
            error(
                    flow.getId(),
                    "villkoret \"" + text + "\" är inget villkor",
                    "skriv villkoret som ${variabel == 'VÄRDE'}");
        }
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
