package se.tidig.bundle.check;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.syntaxtree.ConstString;
import se.tidig.bundle.Bundle;

/**
 * Texts fit the columns of the engine's tables. A longer one is refused at the deployment, or stops the case at the step
 * whose name it is. Tidig's own tables hold texts of any length.
 */
final class LengthCheck {

    /** Most of the engine's columns. */
    private static final int NAME = 255;

    /** Version tags, and the ids of columns and rows of tables, which the history of decisions keeps. */
    private static final int SHORT = 64;

    /** Descriptions, and texts as variables and results. */
    private static final int TEXT = 4000;

    /** The engine adds {@code #multiInstanceBody} to the id of a repeated step. */
    private static final int REPEATED = NAME - "#multiInstanceBody".length();

    /** The engine writes {@code DURATION: } and its like before the time of a job. */
    private static final int TIME = NAME - 15;

    private final Findings findings;

    LengthCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Bundle bundle) {
        for (var file : bundle.files().keySet()) {
            length(file, "", "filens namn", file, NAME);
        }
    }

    void check(ProcessFile file) {
        var definitions = file.model().getDefinitions();
        length(file.name(), "", "targetNamespace", definitions.getTargetNamespace(), NAME);
        for (var process : file.all(Process.class)) {
            length(file.name(), id(process), "processens id", process.getId(), NAME);
            length(file.name(), id(process), "processens namn", process.getName(), NAME);
            length(file.name(), id(process), "versionsmärket", ProcessFile.camunda(process, "versionTag"), SHORT);
        }
        file.nodes().forEach(node -> node(file, node));
        for (var flow : file.flows()) {
            length(file.name(), id(flow), "flödets id", flow.getId(), NAME);
        }
    }

    private void node(ProcessFile file, FlowNode node) {
        var name = file.name();
        var repeated = ProcessFile.children(node, MultiInstanceLoopCharacteristics.class)
                .findAny()
                .isPresent();
        length(name, id(node), "stegets id", node.getId(), repeated ? REPEATED : NAME);
        length(name, id(node), "stegets namn", node.getName(), NAME);
        if (node instanceof UserTask) {
            var documentation = node.getDomElement().getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .mapToInt(child -> child.getTextContent().length() + 2)
                    .sum();
            if (documentation > TEXT + 2) {
                tooLong(name, id(node), "stegets dokumentation", documentation, TEXT);
            }
            for (var group :
                    String.valueOf(ProcessFile.camunda(node, "candidateGroups")).split(",")) {
                length(name, id(node), "gruppens id", group.strip(), NAME);
            }
        }
        length(name, id(node), "variabelns namn", ProcessFile.camunda(node, "resultVariable"), NAME);
        for (var kind : new String[] {"inputParameter", "outputParameter"}) {
            for (var parameter : ProcessFile.extensions(node, kind)) {
                length(name, id(node), "variabelns namn", parameter.getAttribute("name"), NAME);
                length(name, id(node), "värdet på " + parameter.getAttribute("name"), parameter.getTextContent(), TEXT);
            }
        }
        for (DomElement row : ProcessFile.extensions(node, "in")) {
            length(name, id(node), "variabelns namn", row.getAttribute("target"), NAME);
        }
        VariableUse.timers(node).forEach(timer -> length(name, id(node), "tiden", timer.getTextContent(), TIME));
    }

    void check(TableFile file, FeelTexts feel) {
        var definitions = file.model().getDefinitions();
        length(file.name(), "", "filens id (definitions)", definitions.getId(), NAME);
        length(file.name(), "", "filens namn (definitions)", definitions.getName(), NAME);
        length(file.name(), "", "namespace", definitions.getNamespace(), NAME);
        file.decisions().forEach(decision -> decision(file.name(), decision, feel));
    }

    private void decision(String file, Decision decision, FeelTexts feel) {
        length(file, id(decision), "tabellens id", decision.getId(), NAME);
        length(file, id(decision), "tabellens namn", decision.getName(), NAME);
        length(file, id(decision), "versionsmärket", decision.getVersionTag(), SHORT);
        var table = TableFile.table(decision);
        if (table == null) {
            return;
        }
        for (var input : table.getInputs()) {
            length(file, id(decision), "kolumnens id", input.getId(), SHORT);
            length(file, id(decision), "kolumnens rubrik", input.getLabel(), NAME);
        }
        for (var output : table.getOutputs()) {
            length(file, id(decision), "kolumnens id", output.getId(), SHORT);
            length(file, id(decision), "kolumnens rubrik", output.getLabel(), NAME);
            length(file, id(decision), "kolumnens namn", output.getName(), NAME);
        }
        for (var rule : table.getRules()) {
            length(file, id(decision), "radens id", rule.getId(), SHORT);
        }
        for (var use : feel.uses(decision)) {
            if (use.output() != null && use.parsed().root() instanceof ConstString text) {
                length(file, use.element(), "texten i cellen", text.value(), TEXT);
            }
        }
    }

    private static String id(ModelElementInstance element) {
        return ProcessFile.id(element);
    }

    private void length(String file, String element, String what, String text, int longest) {
        if (text != null && text.length() > longest) {
            tooLong(file, element, what, text.length(), longest);
        }
    }

    private void tooLong(String file, String element, String what, int length, int longest) {
        findings.error(
                file,
                element,
                what + " har " + length + " tecken, och motorn tar högst " + longest,
                "korta ner det till högst " + longest + " tecken");
    }
}
