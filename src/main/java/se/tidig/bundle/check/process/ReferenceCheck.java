package se.tidig.bundle.check.process;

import static se.tidig.bundle.check.file.ProcessFile.camunda;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.Notation;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TableFile;
import se.tidig.bundle.check.finding.Suggestion;

/**
 * Checks that the forms, tables, processes, messages and topics that a process names exist, and that it binds them to
 * its own deployment.
 */
public final class ReferenceCheck {

    private final ProcessFile file;
    private final ModelSet models;

    public ReferenceCheck(ProcessFile file, ModelSet models) {
        this.file = file;
        this.models = models;
    }

    public void check() {
        for (var node : file.nodes()) {
            form(node);
            if (node instanceof BusinessRuleTask) {
                table(node);
            } else if (node instanceof CallActivity call) {
                called(call);
            } else if (node instanceof ServiceTask || node instanceof SendTask) {
                implementation(node, node);
            }
            message(node);
        }
        var messages = models.vocabulary().messages().keySet();
        for (var message : file.all(Message.class)) {
            if (Notation.isBlank(message.getName())) {
                known(ProcessFile.id(message), "meddelandet", message.getName(), messages);
            } else if (!messages.contains(message.getName())) {
                error(
                        ProcessFile.id(message),
                        "Tidig har inget meddelande \"" + message.getName() + "\""
                                + Suggestion.of(message.getName(), messages),
                        "rätta stavningen; de som finns är " + String.join(", ", sorted(messages)));
            }
        }
    }

    private void form(FlowNode node) {
        var form = camunda(node, "formRef");
        if (form == null) {
            // A form of another kind is reported by LanguageCheck.
            if (node instanceof UserTask
                    && camunda(node, "formKey") == null
                    && ProcessFile.extensions(node, "formData").isEmpty()) {
                error(node.getId(), "uppgiften har inget formulär", "ange ett formulär ur forms/ som formRef");
            }
            return;
        }
        if (!models.forms().containsKey(form) && !models.isUnreadable(form)) {
            error(
                    node.getId(),
                    "formuläret \"" + form + "\" finns inte"
                            + Suggestion.of(form, models.forms().keySet()),
                    "rätta namnet eller lägg till forms/" + form + ".form");
        }
        binding(node, "formRefBinding", "formuläret");
    }

    private void table(FlowNode node) {
        var table = camunda(node, "decisionRef");
        if (table == null) {
            error(node.getId(), "regeluppgiften har ingen tabell", "ange en tabell ur dmn/ som decisionRef");
            return;
        }
        binding(node, "decisionRefBinding", "tabellen");
        if (models.decision(table).isEmpty() && !models.isUnreadable(table)) {
            error(
                    node.getId(),
                    "tabellen \"" + table + "\" finns inte",
                    "rätta namnet eller lägg till dmn/" + table + ".dmn");
        }
        if (camunda(node, "resultVariable") == null) {
            error(node.getId(), "tabellens resultat tas inte om hand", "ange en variabel som resultVariable");
        }
        if (!"singleEntry".equals(camunda(node, "mapDecisionResult"))) {
            error(
                    node.getId(),
                    "tabellens resultat blir inte ett värde som processen kan läsa",
                    "ange singleEntry som mapDecisionResult");
            return;
        }
        models.decision(table).map(TableFile::table).ifPresent(found -> {
            if (found.getHitPolicy() == HitPolicy.COLLECT && found.getAggregation() == null) {
                error(
                        node.getId(),
                        "tabellen " + table + " kan ge flera rader men bara en tas emot",
                        "byt tabellens träffregel");
            }
            if (found.getOutputs().size() != 1) {
                error(
                        node.getId(),
                        "tabellen " + table + " har flera utdata men bara ett värde tas emot",
                        "använd en tabell med ett utdata");
            }
        });
    }

    private void called(CallActivity call) {
        var process = call.getCalledElement();
        if (Notation.isBlank(process)) {
            error(call.getId(), "anropet har ingen process", "ange processens id");
            return;
        }
        // An expression is reported by ExpressionCheck.
        if (!process.contains("{") && models.process(process).isEmpty() && !models.isUnreadable(process)) {
            error(
                    call.getId(),
                    "processen \"" + process + "\" finns inte",
                    "rätta namnet eller lägg till processes/" + process + ".bpmn");
        }
        models.process(process).ifPresent(found -> {
            if (models.starts(found).stream()
                    .noneMatch(start -> start.getEventDefinitions().isEmpty())) {
                error(
                        call.getId(),
                        "processen " + process + " kan inte anropas: den har ingen start utan händelse",
                        "starta den med ett meddelande eller rita en sådan start");
            }
        });
        binding(call, "calledElementBinding", "den anropade processen");
    }

    /** By what LanguageCheck refuses. */
    private static boolean isOtherwiseDone(FlowNode node, ModelElementInstance holder) {
        return camunda(holder, "class") != null
                || camunda(holder, "expression") != null
                || !ProcessFile.extensions(node, "connector").isEmpty();
    }

    private void implementation(FlowNode node, ModelElementInstance holder) {
        var delegate = camunda(holder, "delegateExpression");
        var type = camunda(holder, "type");
        var topic = camunda(holder, "topic");
        if (type != null && !type.equals("external")) {
            error(
                    node.getId(),
                    "typen \"" + type + "\" är inte tillåten",
                    "använd external och ett ämne eller en delegat");
        } else if (type == null && topic != null) {
            error(
                    node.getId(),
                    "ämnet " + topic + " tas aldrig om hand: typen external saknas",
                    "sätt Implementation till External");
        } else if (type == null && delegate == null && !isOtherwiseDone(node, holder)) {
            error(node.getId(), "ingenting utför steget", "ange en delegat eller ett ämne");
        } else if (type != null && delegate != null) {
            error(node.getId(), "steget har både delegat och ämne", "ta bort det ena");
        } else if (type != null) {
            known(node.getId(), "ämnet", topic, models.vocabulary().topics().keySet());
        }
    }

    private void message(FlowNode node) {
        for (var definition :
                ProcessFile.children(node, MessageEventDefinition.class).toList()) {
            if (node instanceof EndEvent || node instanceof IntermediateThrowEvent) {
                implementation(node, definition);
            } else if (definition.getMessage() == null) {
                error(node.getId(), "händelsen väntar på ett meddelande men säger inte vilket", "välj ett meddelande");
            }
        }
        if (node instanceof ReceiveTask receive && receive.getMessage() == null) {
            error(node.getId(), "steget väntar på ett meddelande men säger inte vilket", "välj ett meddelande");
        }
        if (node instanceof StartEvent && camunda(node, "formRef") == null && camunda(node, "formRefBinding") != null) {
            error(
                    node.getId(),
                    "bindningen till ett formulär finns men inte formuläret",
                    "ange formuläret som formRef");
        }
    }

    private void binding(FlowNode node, String attribute, String what) {
        var binding = camunda(node, attribute);
        if (!"deployment".equals(binding)) {
            error(
                    node.getId(),
                    what + " är bundet till " + (binding == null ? "senaste version" : binding)
                            + " och kan bytas under ett pågående ärende",
                    "välj bindningen deployment");
        }
    }

    private void known(String element, String what, String name, Collection<String> known) {
        if (Notation.isBlank(name)) {
            error(element, what + " saknar namn", "välj ett av " + String.join(", ", sorted(known)));
        } else if (!known.contains(name)) {
            error(
                    element,
                    what + " \"" + name + "\" finns inte" + Suggestion.of(name, known),
                    "rätta stavningen; de som finns är " + String.join(", ", sorted(known)));
        }
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private void error(String element, String cause, String remedy) {
        models.findings().error(file.name(), element, cause, remedy);
    }
}
