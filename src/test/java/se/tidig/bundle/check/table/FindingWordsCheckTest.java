package se.tidig.bundle.check.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;

/** Applicants read findings on English pages too, so each has English words. */
class FindingWordsCheckTest {

    private static final String TABLE = "dmn/eligibility.dmn";

    @Test
    void everyFindingOfThePackagedTableHasEnglishWords() {
        assertThat(found(text())).isEmpty();
    }

    @Test
    void aFindingWithoutEnglishWordsIsNamed() {
        var without = text().replaceFirst(" englishName: \"Fee\", englishReason: \"[^\"]*\",\\n", "");
        assertThat(without).isNotEqualTo(text());

        assertThat(found(without)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ModelFinding.Severity.WARNING);
            assertThat(finding.cause()).contains("FEE");
            assertThat(finding.remedy()).contains("englishName");
        });
    }

    private static List<ModelFinding> found(String table) {
        return new BundleCheck(VocabularyReader.read())
                .check(Bundle.packaged().with(Map.of(TABLE, table.getBytes(StandardCharsets.UTF_8)))).stream()
                        .filter(finding -> finding.cause().contains("engelska ord"))
                        .toList();
    }

    private static String text() {
        return Bundle.packaged().text(TABLE);
    }
}
