package se.tidig.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.DeclaredVocabulary;
import se.tidig.bundle.Finding;

class TidigBundleTest {

    private final BundleCheck check = new BundleCheck(DeclaredVocabulary.read());

    @Test
    void theBundleOfTheProgramHasNoError() {
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
