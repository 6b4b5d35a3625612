package se.tidig.bundle.check.variable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import se.tidig.bundle.check.file.FormFile;
import se.tidig.bundle.check.file.ProcessFile;

/**
 * The values that each variable of a process can have, if every writer of the variable declares its values: delegates
 * and handlers in their annotations, forms by their choices, tables by their outputs. It also covers the names by which
 * a case is known.
 */
public final class VariableDomain {

    /** A variable that is in {@code open} too can have any value. */
    private final Map<String, Set<String>> values = new HashMap<>();

    private final Set<String> open = new LinkedHashSet<>();

    /** The answers of tasks that a case may lack. */
    private final Set<String> missing = new HashSet<>();

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

    /** Adds what is known of the case under names that no variable of the process has. */
    private void ofCase(ProcessFile file, CaseVocabulary names) {
        var stages = file.processes().stream().map(names::of).distinct().toList();
        var written = new HashSet<>(values.keySet());
        stages.forEach(stage -> names.inExpressions(stage).forEach((name, known) -> {
            if (!written.contains(name) && !open.contains(name)) {
                add(name, known);
            }
        }));
        names.taskForms().plain().forEach((name, known) -> {
            if (!values.containsKey(name) && !open.contains(name)) {
                add(name, known);
                if (!known.equals(FormFile.YES_OR_NO)) {
                    missing.add(name);
                }
            }
        });
    }

    private void add(String variable, Set<String> written) {
        if (written.isEmpty()) {
            open.add(variable);
        } else {
            values.computeIfAbsent(variable, name -> new LinkedHashSet<>()).addAll(written);
        }
    }

    /** All values that the variable can have; empty if any value is possible. */
    public Set<String> of(String variable) {
        return open.contains(variable) ? Set.of() : values.getOrDefault(variable, Set.of());
    }

    /** Whether the variable may have no value. */
    public boolean mayBeMissing(String variable) {
        return missing.contains(variable);
    }
}
