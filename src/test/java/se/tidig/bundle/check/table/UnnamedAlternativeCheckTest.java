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

/** A new alternative in a form, and the tables whose rows do not name it. */
class UnnamedAlternativeCheckTest {

    private static final String FORM = "forms/application.form";
    private static final String TABLE = "dmn/eligibility.dmn";
    private static final String NEW_TYPE = "{\"label\": \"Stödförening\", \"value\": \"supportAssociation\"},";
    private static final String NEW_SHARE = "{\"label\": \"Ja, utomlands\", \"value\": \"abroad\"},";

    @Test
    void thePackagedBundleNamesEveryAlternative() {
        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void eachTableThatReadsTheQuestionGetsAWarning() {
        var findings = found(Map.of(FORM, asked("organisationType", NEW_TYPE)));

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(ModelFinding.Severity.WARNING))
                .extracting(ModelFinding::file, ModelFinding::element)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(TABLE, "applicant-kind"),
                        org.assertj.core.groups.Tuple.tuple(TABLE, "applicant-eligibility"));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.cause())
                .contains("\"supportAssociation\"", "organisationType"));
    }

    @Test
    void aTableThatCollectsGetsAWarningIfItsColumnListsItsValues() {
        assertThat(found(Map.of(FORM, asked("internship", NEW_SHARE))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo("activity-eligibility");
                    assertThat(finding.cause()).contains("\"abroad\"", "internship");
                });
    }

    @Test
    void aRowThatNamesTheAlternativeEndsTheWarning() {
        var table = text(TABLE);
        var row = "\"association\", \"umbrella\", \"faithCommunity\"";
        assertThat(table).containsOnlyOnce(row);

        assertThat(found(Map.of(
                        FORM,
                        asked("organisationType", NEW_TYPE),
                        TABLE,
                        table.replace(row, row + ", \"supportAssociation\""))))
                .extracting(ModelFinding::element)
                .containsExactly("applicant-eligibility");
    }

    @Test
    void aNewAlternativeAmongSeveralIsReportedIfColumnsCountThem() {
        assertThat(found(Map.of(FORM, asked("targetGroups", "{\"label\": \"Studenter\", \"value\": \"students\"},"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(ModelFinding.Severity.WARNING);
                    assertThat(finding.element()).isEqualTo("target-group");
                    assertThat(finding.cause()).contains("\"students\"", "targetGroups");
                });
        assertThat(found(Map.of(FORM, asked("focusAreas", "{\"label\": \"Kultur\", \"value\": \"culture\"},"))))
                .extracting(ModelFinding::element)
                .containsExactly("activity-eligibility");
    }

    @Test
    void aColumnThatNamesTheAlternativeEndsTheWarning() {
        var named = text(TABLE)
                .replace("item = \"permitOwnHousing\"", "item = \"permitOwnHousing\" or item = \"students\"");

        assertThat(found(Map.of(
                        FORM,
                        asked("targetGroups", "{\"label\": \"Studenter\", \"value\": \"students\"},"),
                        TABLE,
                        named)))
                .isEmpty();
    }

    @Test
    void anAlternativeThatJavaSendsUnderAnotherNameIsReportedIfNoCellNamesIt() {
        var form = "forms/prepare-disbursement.form";
        var question = text(form)
                .replaceFirst(
                        "(\"key\": \"circumstances\"[\\s\\S]*?\"values\": \\[)",
                        "$1{\"label\": \"Nedlagd\", \"value\": \"CLOSED_DOWN\"},");
        assertThat(question).contains("CLOSED_DOWN");

        assertThat(found(Map.of(form, question))).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("payment-conditions");
            assertThat(finding.cause()).contains("\"CLOSED_DOWN\"", "circumstances");
        });
    }

    @Test
    void aNewAnswerAboutTheAuditorIsReportedIfTheCheckOfTheReportDoesNotNameIt() {
        var form = "forms/report.form";
        var question = text(form)
                .replaceFirst(
                        "(\"key\": \"auditor\"[\\s\\S]*?\"values\": \\[)",
                        "$1{\"label\": \"Lekmannarevisor\", \"value\": \"layman\"},");
        assertThat(question).contains("layman");

        assertThat(found(Map.of(form, question))).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("report-check");
            assertThat(finding.cause()).contains("\"layman\"", "auditor");
        });
    }

    @Test
    void aBooleanComparedWithAStringIsReported() {
        var table = text(TABLE);
        var cell =
                table.indexOf("<text>false</text>", table.indexOf("inputEntry_applicant-eligibility_NO_BOARD_board"));
        var broken = table.substring(0, cell) + "<text>\"false\"</text>"
                + table.substring(cell + "<text>false</text>".length());

        assertThat(found(Map.of(TABLE, broken)))
                .anySatisfy(finding -> assertThat(finding.remedy()).isEqualTo("skriv false utan citattecken"));
    }

    private static String asked(String key, String alternative) {
        var form = text(FORM);
        var question =
                form.indexOf("\"values\": [", form.indexOf("\"key\": \"" + key + "\"")) + "\"values\": [".length();
        return form.substring(0, question) + alternative + form.substring(question);
    }

    private static String text(String name) {
        return Bundle.packaged().text(name);
    }

    /** The findings, without those on English words that a new alternative lacks. */
    private static List<ModelFinding> found(Map<String, String> changed) {
        var files = new java.util.HashMap<String, byte[]>();
        changed.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new BundleCheck(VocabularyReader.read())
                .check(Bundle.packaged().with(files)).stream()
                        .filter(finding -> !finding.file().endsWith(".en.yaml"))
                        .toList();
    }
}
