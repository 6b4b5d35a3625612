package se.tidig.bundle.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.tidig.bundle.Finding;
import se.tidig.bundle.Finding.Severity;

/** Collects findings, each once; files are read side by side. */
final class Findings {

    private final Set<Finding> all = Collections.synchronizedSet(new LinkedHashSet<>());

    void error(String file, String element, String cause, String remedy) {
        all.add(Finding.error(file, element, cause, remedy));
    }

    void warning(String file, String element, String cause, String remedy) {
        all.add(new Finding(file, element, cause, remedy, Severity.WARNING));
    }

    /** Adds those that were found beside, after these. */
    void add(Findings others) {
        all.addAll(others.all);
    }

    /** By file; those of one file in the order they were found. */
    List<Finding> all() {
        synchronized (all) {
            return all.stream().sorted(Comparator.comparing(Finding::file)).toList();
        }
    }
}
