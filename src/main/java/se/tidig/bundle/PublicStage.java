package se.tidig.bundle;

import java.util.List;
import se.tidig.bundle.check.file.BundleDescription;

/**
 * A stage that applicants are shown, as {@code bundle.yaml} describes it.
 *
 * @param optional whether only some cases come to it
 * @param beside whether a case is in it beside another stage, and never comes to it in order
 * @param elements the elements that belong to it, as {@code process#element}
 */
public record PublicStage(String name, String english, boolean optional, boolean beside, List<String> elements) {

    /** The stages of the bundle, in order. */
    public static List<PublicStage> of(Bundle bundle) {
        return BundleDescription.of(bundle).stages().stream()
                .map(stage -> new PublicStage(
                        stage.name(), stage.english(), stage.optional(), stage.beside(), stage.elements()))
                .toList();
    }

    /** The process whose steps it is made of; a stage of several counts as its first element's. */
    public String process() {
        return elements.get(0).split("#")[0];
    }
}
