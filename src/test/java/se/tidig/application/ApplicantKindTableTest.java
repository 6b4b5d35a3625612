package se.tidig.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.FileRuleSet;

/** Which applicants count as municipal is a row of the table, not a list in Java. */
class ApplicantKindTableTest {

    private static final String TABLE = "dmn/eligibility.dmn";
    private static final String ROW = "\"municipality\", \"municipalAssociation\"</text>";

    private final ApplicantKindTable kinds = new ApplicantKindTable();

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "municipality, true",
                "municipalAssociation, true",
                "association, false",
                "region, false",
                "null, false"
            })
    void theTableSaysWhoIsMunicipal(String organisationType, boolean municipal) {
        assertThat(kinds.isMunicipal(organisationType, FileRuleSet.packaged())).isEqualTo(municipal);
    }

    @Test
    void aFormThatTheOwnersAddToTheRowIsMunicipalToo() {
        var table = Bundle.packaged().text(TABLE);
        assertThat(table).containsOnlyOnce(ROW);
        var changed = table.replace(ROW, "\"coordinationBody\", " + ROW).getBytes(StandardCharsets.UTF_8);

        assertThat(kinds.isMunicipal("coordinationBody", FileRuleSet.packaged()))
                .isFalse();
        assertThat(kinds.isMunicipal(
                        "coordinationBody", FileRuleSet.of(Bundle.packaged().with(Map.of(TABLE, changed)))))
                .isTrue();
    }
}
