package se.tidig.bundle.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.check.file.BundleDescription;

/** Takes files out of the bundle: a deployment only adds and replaces, so {@code bundle.yaml} lists what it removes. */
final class BundleOverlay {

    private BundleOverlay() {}

    /**
     * @return the bundle with the files posted and without those that a posted description removes; a file that is both
     *     posted and removed stays, and the check says so
     * @throws BundleRefused if a file to be removed is not there
     */
    static Bundle laidOver(Bundle current, Map<String, byte[]> posted) {
        var whole = current.with(posted);
        if (!posted.containsKey(Bundle.DESCRIPTION)) {
            return whole;
        }
        var earlier = BundleDescription.of(current).removed();
        var files = new TreeMap<>(whole.files());
        for (var file : BundleDescription.of(whole).removed()) {
            if (!whole.has(file) && !earlier.contains(file)) {
                throw new BundleRefused(List.of(ModelFinding.error(
                        Bundle.DESCRIPTION,
                        "removed",
                        "filen \"" + file + "\" finns inte i de modeller som gäller",
                        "skriv hela namnet, till exempel forms/mails/namn.txt, eller stryk raden")));
            }
            if (!posted.containsKey(file)) {
                files.remove(file);
            }
        }
        return new Bundle(files);
    }
}
