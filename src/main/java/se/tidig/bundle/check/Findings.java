package se.tidig.bundle.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.tidig.bundle.Finding;
import se.tidig.bundle.Finding.Severity;

/** Collects findings, each once. */
final class Findings {

    private final Set<Finding> all = new LinkedHashSet<>();

    void error(String file, String element, String cause, String remedy) {
        all.add(Finding.error(file, element, cause, remedy));
    }

    void warning(String file, String element, String cause, String remedy) {
        all.add(new Finding(file, element, cause, remedy, Severity.WARNING));
    }

    boolean hasErrorIn(String file) {
        return all.stream()
                .anyMatch(finding -> finding.isError() && finding.file().equals(file));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
