package se.tidig.bundle.check.variable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import se.tidig.bundle.check.file.ProcessFile;

/**
 * The values that the variables of one process can take, where everything that writes a variable tells its values:
 * delegates and handlers by their declaration, forms by their choices, tables by their outputs. So too the values of what
 * is known of the case.
 */
public final class VariableDomain {

    /** A null set stands for a writer that may write anything. */
    private final Map<String, Set<String>> values = new HashMap<>();

    private final Set<String> open = new LinkedHashSet<>();

    public VariableDomain(ProcessFile file, VariableIndex writers) {
        for (var node : file.nodes()) {
            writers.written(node).forEach(this::add);
            if (node instanceof CallActivity) {
                ProcessFile.extensions(node, "out").forEach(out -> open.add(out.getAttribute("target")));
            }
        }
        writers.carriedInto(file).forEach(open::add);
        ofCase(file, writers.caseNames());
    }

    /** What is known of the case, where no variable of the process has its name. */
    private void ofCase(ProcessFile file, CaseVocabulary names) {
        var stages = file.processes().stream().map(names::of).distinct().toList();
        var written = new HashSet<>(values.keySet());
        stages.forEach(stage -> names.inExpressions(stage).forEach((name, known) -> {
            if (!written.contains(name) && !open.contains(name)) {
                add(name, known);
            }
        }));
    }

    private void add(String variable, Set<String> written) {
        if (written.isEmpty()) {
            open.add(variable);
        } else {
            values.computeIfAbsent(variable, name -> new LinkedHashSet<>()).addAll(written);
        }
    }

    /** All values the variable can take; empty where any value may come. */
    public Set<String> of(String variable) {
        return open.contains(variable) ? Set.of() : values.getOrDefault(variable, Set.of());
    }
}
