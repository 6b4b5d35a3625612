package se.tidig.bundle.deployment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.BundleRefused;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.check.file.BundleDescription;

/**
 * Combines posted files with the bundle in force. A deployment only adds and replaces files, so {@code bundle.yaml}
 * lists those to remove.
 */
final class BundleOverlay {

    private BundleOverlay() {}

    /**
     * @return the bundle with the posted files and without those that a posted description removes; a file that is both
     *     posted and removed stays, and the check reports it
     * @throws BundleRefused if a file to remove does not exist
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
