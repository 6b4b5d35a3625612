package se.tidig.bundle.check.process;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.file.TextLength;
import se.tidig.bundle.check.finding.FindingList;
import se.tidig.bundle.check.variable.VariableUse;

/** Checks that the names, ids and values of a process fit the engine's tables. */
public final class ProcessLengthCheck {

    /** The engine adds {@code #multiInstanceBody} to the id of a repeated step. */
    private static final int REPEATED = TextLength.NAME - "#multiInstanceBody".length();

    /** The engine writes {@code DURATION: } or the like before the time of a job. */
    private static final int TIME = TextLength.NAME - 15;

    private final ProcessFile file;
    private final TextLength length;

    public ProcessLengthCheck(ProcessFile file, FindingList findings) {
        this.file = file;
        this.length = new TextLength(file.name(), findings);
    }

    public void check() {
        var definitions = file.model().getDefinitions();
        length.limit("", "targetNamespace", definitions.getTargetNamespace(), TextLength.NAME);
        for (var process : file.all(Process.class)) {
            length.limit(id(process), "processens id", process.getId(), TextLength.NAME);
            length.limit(id(process), "processens namn", process.getName(), TextLength.NAME);
            length.limit(id(process), "versionsmärket", ProcessFile.camunda(process, "versionTag"), TextLength.SHORT);
        }
        file.nodes().forEach(this::node);
        for (var flow : file.flows()) {
            length.limit(id(flow), "flödets id", flow.getId(), TextLength.NAME);
        }
    }

    private void node(FlowNode node) {
        var repeated = ProcessFile.children(node, MultiInstanceLoopCharacteristics.class)
                .findAny()
                .isPresent();
        length.limit(id(node), "stegets id", node.getId(), repeated ? REPEATED : TextLength.NAME);
        length.limit(id(node), "stegets namn", node.getName(), TextLength.NAME);
        if (node instanceof UserTask) {
            var documentation = node.getDomElement().getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .mapToInt(child -> child.getTextContent().length() + 2)
                    .sum();
            if (documentation > TextLength.TEXT + 2) {
                length.tooLong(id(node), "stegets dokumentation", documentation, TextLength.TEXT);
            }
            for (var group :
                    String.valueOf(ProcessFile.camunda(node, "candidateGroups")).split(",")) {
                length.limit(id(node), "gruppens id", group.strip(), TextLength.NAME);
            }
        }
        length.limit(id(node), "variabelns namn", ProcessFile.camunda(node, "resultVariable"), TextLength.NAME);
        for (var kind : new String[] {"inputParameter", "outputParameter"}) {
            for (var parameter : ProcessFile.extensions(node, kind)) {
                length.limit(id(node), "variabelns namn", parameter.getAttribute("name"), TextLength.NAME);
                length.limit(
                        id(node),
                        "värdet på " + parameter.getAttribute("name"),
                        parameter.getTextContent(),
                        TextLength.TEXT);
            }
        }
        for (DomElement row : ProcessFile.extensions(node, "in")) {
            length.limit(id(node), "variabelns namn", row.getAttribute("target"), TextLength.NAME);
        }
        VariableUse.timers(node).forEach(timer -> length.limit(id(node), "tiden", timer.getTextContent(), TIME));
    }

    private static String id(ModelElementInstance element) {
        return ProcessFile.id(element);
    }
}
