package se.tidig.bundle.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import se.tidig.CannotStart;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.Vocabulary;
import se.tidig.bundle.check.BundleCheck;

/** A bundle without errors, with the check's warnings. */
record CheckedBundle(Bundle bundle, List<ModelFinding> warnings) {

    /**
     * Reads and checks the packaged bundle, or the one in a folder.
     *
     * @param models the folder; blank for the packaged bundle
     * @throws CannotStart if the bundle has errors, with a list of them
     */
    static CheckedBundle read(String models, Vocabulary vocabulary) {
        try {
            return check(models.isBlank() ? Bundle.packaged() : Bundle.read(Path.of(models)), vocabulary);
        } catch (BundleRefused e) {
            throw refused(e.findings());
        }
    }

    private static CheckedBundle check(Bundle bundle, Vocabulary vocabulary) {
        var findings = new BundleCheck(vocabulary).check(bundle);
        var errors = findings.stream().filter(ModelFinding::isError).toList();
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        return new CheckedBundle(bundle, findings);
    }

    private static CannotStart refused(List<ModelFinding> findings) {
        return new CannotStart("Tidig startar inte: modellerna har " + findings.size() + " fel.\n"
                + findings.stream().map(ModelFinding::toString).collect(Collectors.joining("\n")));
    }
}
