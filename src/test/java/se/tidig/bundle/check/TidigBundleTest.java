package se.tidig.bundle.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;

class TidigBundleTest {

    private final BundleCheck check = new BundleCheck(VocabularyReader.read());

    @Test
    void thePackagedBundleHasNoError() {
        assertThat(check.check(Bundle.read(Path.of("."))))
                .filteredOn(ModelFinding::isError)
                .extracting(Object::toString)
                .isEmpty();
    }

    /** To an owner a word that is missing is a warning; what is packaged has them all. */
    @Test
    void everyWordOfThePackagedFormsOfApplicantsIsEnglishToo() {
        assertThat(check.check(Bundle.read(Path.of("."))))
                .extracting(Object::toString)
                .filteredOn(finding -> finding.contains(".en.yaml"))
                .isEmpty();
    }

    @Test
    void anOptionalOutputIsNotRequiredOfAnOwnersTable() {
        var path = "dmn/finding-kinds.dmn";
        var files = new TreeMap<>(Bundle.packaged().files());
        var table = new String(files.get(path), UTF_8)
                .replaceAll("(?s)\\s*<outputEntry id=\"[^\"]*_orderProvision\">.*?</outputEntry>", "")
                .replaceAll("\\s*<output id=\"[^\"]*_orderProvision\"[^>]*/>", "");
        assertThat(table).doesNotContain("orderProvision");
        files.put(path, table.getBytes(UTF_8));

        assertThat(check.check(new Bundle(files)))
                .filteredOn(ModelFinding::isError)
                .extracting(Object::toString)
                .isEmpty();
    }

    @Test
    void thePackagedBundleEqualsTheFolders() {
        assertThat(Bundle.packaged().hash()).isEqualTo(Bundle.read(Path.of(".")).hash());
    }
}
