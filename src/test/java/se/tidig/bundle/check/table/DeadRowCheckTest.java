package se.tidig.bundle.check.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tidig.bundle.Bundle;
import se.tidig.bundle.ModelFinding;
import se.tidig.bundle.VocabularyReader;
import se.tidig.bundle.check.BundleCheck;

/** Rows that an owner adds to the packaged tables and that never match, and similar rows that do. */
class DeadRowCheckTest {

    private static final String DELEGATION = "dmn/delegation.dmn";
    private static final String ELIGIBILITY = "dmn/eligibility.dmn";

    @Test
    void aRowForARefusalWithAnAmountNeverMatches() {
        var refusals = cell(text(DELEGATION), "inputEntry_refusal_decisionAmount", "<= 500000");

        assertThat(found(DELEGATION, row(refusals, "\"headsOfUnit\"", "\"REFUSAL\"", "> 500000", "")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo("delegation rad 6");
                    assertThat(finding.cause())
                            .contains("kan aldrig träffa", "när decisionKind är", "REFUSAL", "decisionAmount alltid 0");
                });
    }

    @Test
    void aRowThatAlsoAcceptsAGrantCanMatch() {
        var grants = cell(text(DELEGATION), "inputEntry_grantedLarge_decisionKind", "\"GRANT\"");

        assertThat(found(
                        DELEGATION,
                        row(
                                cell(grants, "inputEntry_refusal_decisionAmount", "<= 500000"),
                                "\"headsOfUnit\"",
                                "\"PARTIAL\",\"REFUSAL\"",
                                "> 500000",
                                "")))
                .isEmpty();
    }

    @Test
    void factsThatAreNotWrittenTogetherCanHaveAnyValue() {
        var refusals = cell(text(DELEGATION), "inputEntry_refusal_requestedAmount", "<= 500000");

        assertThat(found(DELEGATION, row(refusals, "\"headsOfUnit\"", "\"REFUSAL\"", "", "> 500000")))
                .isEmpty();
    }

    @Test
    void aFactOfAnotherTypeNeverSatisfiesTheCell() {
        var table = "dmn/payment-conditions.dmn";
        var asked = text(table);
        var truth = asked.replaceFirst("(<text>)true(</text>(?:(?!</rule>)[\\s\\S])*OVERDUE_RECOVERY)", "$1&gt; 0$2");
        assertThat(truth).isNotEqualTo(asked);

        assertThat(found(table, truth)).singleElement().satisfies(finding -> assertThat(finding.cause())
                .contains("kan aldrig träffa", "är ja eller nej"));
    }

    @Test
    void twoColumnsThatReadTheSameFactCanExcludeEachOther() {
        var twice = text(DELEGATION).replace("<text>requestedAmount</text>", "<text>decisionAmount</text>");

        assertThat(found(DELEGATION, cell(twice, "inputEntry_grantedLarge_requestedAmount", "< 100000")))
                .filteredOn(finding -> finding.cause().contains("kan aldrig träffa"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause()).contains("inget värde stämmer med båda"));
        assertThat(found(DELEGATION, cell(twice, "inputEntry_grantedLarge_requestedAmount", "> 400000")))
                .noneMatch(finding -> finding.cause().contains("kan aldrig träffa"));
    }

    @Test
    void aResultThatAnotherTableNeverGivesNeverOccurs() {
        var misspelt = text(ELIGIBILITY)
                .replaceFirst(
                        "(inputEntry_applicant-eligibility_NO_BOARD_kind\">\\s*<text>)\"organisation\"",
                        "$1\"organisations\"");
        assertThat(misspelt).isNotEqualTo(text(ELIGIBILITY));

        assertThat(found(ELIGIBILITY, misspelt)).singleElement().satisfies(finding -> assertThat(finding.cause())
                .contains("kan aldrig träffa", "unanswered"));
    }

    @Test
    void earlierRowsTogetherCanHideARow() {
        var table = "dmn/finding-kinds.dmn";
        var last = "<rule id=\"rule_finding-kinds_other\">";
        assertThat(text(table)).containsOnlyOnce(last);

        assertThat(found(table, text(table).replace(last, kind("\"NOT_SIGNED\",\"OVERDUE_RECOVERY\"") + last)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo("finding-kinds rad 5");
                    assertThat(finding.cause()).contains("raderna före tar tillsammans allt");
                });
        assertThat(found(table, text(table).replace(last, kind("\"NOT_SIGNED\",\"TOO_NEW\"") + last)))
                .isEmpty();
    }

    private static String kind(String codes) {
        return """
               <rule id="rule_more"><inputEntry id="more_1"><text>%s</text></inputEntry>
               <outputEntry id="more_2"><text>false</text></outputEntry>
               <outputEntry id="more_3"><text>true</text></outputEntry>
               <outputEntry id="more_4"><text>null</text></outputEntry></rule>
               """
                .formatted(codes);
    }

    private static String cell(String table, String id, String text) {
        var start = table.indexOf("<text>", table.indexOf("id=\"" + id + "\"")) + "<text>".length();
        return table.substring(0, start) + escaped(text) + table.substring(table.indexOf("</text>", start));
    }

    private static String row(String table, String output, String... inputs) {
        var row = new StringBuilder("<rule id=\"rule_more\">");
        for (int i = 0; i < inputs.length; i++) {
            row.append("<inputEntry id=\"more_%d\"><text>%s</text></inputEntry>".formatted(i, escaped(inputs[i])));
        }
        row.append("<outputEntry id=\"more_out\"><text>%s</text></outputEntry></rule>".formatted(output));
        return table.replace("</decisionTable>", row + "</decisionTable>");
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String text(String file) {
        return Bundle.packaged().text(file);
    }

    private static List<ModelFinding> found(String file, String text) {
        return new ArrayList<>(new BundleCheck(VocabularyReader.read())
                .check(Bundle.packaged().with(Map.of(file, text.getBytes(StandardCharsets.UTF_8)))));
    }
}
