package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.DeclaredVocabulary;
import se.tidig.bundle.Finding;

class TidigBundleTest {

    private final BundleCheck check = new BundleCheck(DeclaredVocabulary.read());

    @Test
    void theBundleOfTheProgramHasNoError() throws IOException {
        // Skipped only while a broken bundle is let through at start-up too.
        assumeThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .doesNotContain("models-enforced: false");
        assertThat(check.check(Bundle.read(Path.of("."))))
                .filteredOn(Finding::isError)
                .extracting(Object::toString)
                .isEmpty();
    }

    @Test
    void thePackagedBundleIsThatOfTheFolders() {
        assertThat(Bundle.packaged().hash()).isEqualTo(Bundle.read(Path.of(".")).hash());
    }
}
