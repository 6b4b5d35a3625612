package se.tidig.bundle.check.process;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import se.tidig.bundle.check.file.ModelSet;
import se.tidig.bundle.check.file.ProcessFile;
import se.tidig.bundle.check.variable.VariableIndex;

/**
 * Checks that some event waits for every message that Tidig sends, because the case would otherwise stand still. One
 * activity may wait for a message only once.
 */
public final class MessageCheck {

    private final ModelSet models;

    public MessageCheck(ModelSet models) {
        this.models = models;
    }

    public void check() {
        var awaited = new HashSet<String>();
        var begins = new HashSet<String>();
        var declared = new TreeMap<String, String>();
        for (var file : models.processFiles().values()) {
            for (var node : file.nodes()) {
                awaited.add(VariableIndex.message(node));
                if (node instanceof StartEvent && node.getParentElement() instanceof Process) {
                    begins.add(VariableIndex.message(node));
                }
                once(file, file.boundaries(node));
            }
            file.all(Message.class).forEach(message -> declared.put(String.valueOf(message.getName()), file.name()));
        }
        if (!models.knowsAllProcesses()) {
            return; // The file that cannot be read may wait for the message.
        }
        for (var message : models.vocabulary().messages().keySet()) {
            if (awaited.contains(message)
                    && se.tidig.engine.Message.beginning().contains(message)
                    && !begins.contains(message)) {
                models.findings()
                        .error(
                                declared.getOrDefault(message, "processes/"),
                                message,
                                "ingen process börjar med meddelandet, som Tidig skickar för att starta en",
                                "välj meddelandet i processens starthändelse");
            }
            if (!awaited.contains(message)) {
                models.findings()
                        .error(
                                declared.getOrDefault(message, "processes/"),
                                message,
                                "meddelandet skickas av Tidig men ingen händelse väntar på det, så att ärendet inte går vidare",
                                "välj meddelandet i den händelse som ska vänta på det");
            }
        }
    }

    private void once(ProcessFile file, Iterable<BoundaryEvent> boundaries) {
        Set<String> seen = new HashSet<>();
        for (var boundary : boundaries) {
            var message = VariableIndex.message(boundary);
            if (message != null && !seen.add(message)) {
                models.findings()
                        .error(
                                file.name(),
                                boundary.getId(),
                                "två händelser på samma steg väntar på meddelandet \"" + message + "\"",
                                "välj ett annat meddelande i den ena");
            }
        }
    }
}
