package se.tidig.bundle;

import java.util.List;
import se.tidig.bundle.check.file.BundleDescription;

/**
 * A stage that applicants are shown, as {@code bundle.yaml} describes it.
 *
 * @param elements the elements that belong to it, as {@code process#element}
 */
public record PublicStage(String name, String english, List<String> elements) {

    /** The stages of the bundle, in order. */
    public static List<PublicStage> of(Bundle bundle) {
        return BundleDescription.of(bundle).stages().stream()
                .map(stage -> new PublicStage(stage.name(), stage.english(), stage.elements()))
                .toList();
    }
}
