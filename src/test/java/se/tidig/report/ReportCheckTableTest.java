package se.tidig.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tidig.Sek;
import se.tidig.bundle.FileRuleSet;

class ReportCheckTableTest {

    private static final FileRuleSet TABLES = FileRuleSet.in(Path.of("."));

    private final Map<String, Object> facts = new HashMap<>(Map.ofEntries(
            Map.entry("kind", "FINAL_REPORT"),
            Map.entry("completionMissing", false),
            Map.entry("daysLate", 0L),
            Map.entry("hasUse", true),
            Map.entry("hasResults", true),
            Map.entry("hasPurpose", true),
            Map.entry("hasCosts", true),
            Map.entry("hasParticipants", true),
            Map.entry("audit", "AUDITOR"),
            Map.entry("auditor", "auditor"),
            Map.entry("auditorRemarks", false),
            Map.entry("unaccounted", BigDecimal.ZERO),
            Map.entry("unused", BigDecimal.ZERO),
            Map.entry("otherFunding", BigDecimal.ZERO),
            Map.entry("conditionsFollowed", true),
            Map.entry("hasDeviations", false),
            Map.entry("largestDeviation", BigDecimal.ZERO),
            Map.entry("occasionsHeld", BigDecimal.valueOf(100))));

    @Test
    void aWholeReportInTimeHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hasUse, MISSING_USE",
        "hasResults, MISSING_RESULTS",
        "hasPurpose, MISSING_PURPOSE",
        "hasCosts, MISSING_COSTS",
        "hasParticipants, MISSING_PARTICIPANTS",
    })
    void aMissingPartCallsForCompletion(String fact, String code) {
        facts.put(fact, false);

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.effect()).isEqualTo(ReportFinding.Effect.COMPLETION);
            assertThat(finding.paragraph()).startsWith("14 §");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "FINAL_REPORT, AUDITOR, none, AUDITOR_MISSING",
        "FINAL_REPORT, AUTHORISED_AUDITOR, none, AUDITOR_MISSING",
        "FINAL_REPORT, AUTHORISED_AUDITOR, auditor, AUDITOR_NOT_AUTHORISED",
        "FINAL_REPORT, AUTHORISED_AUDITOR, authorised, ",
        "FINAL_REPORT, AUDITOR, auditor, ",
        "FINAL_REPORT, AUDITOR, authorised, ",
        "FINAL_REPORT, NONE, none, ",
        "INTERIM_REPORT, AUTHORISED_AUDITOR, none, ",
        "INTERIM_REPORT, AUTHORISED_AUDITOR, auditor, ",
    })
    void theFinalReportIsExaminedByTheAuditorThatTheDecisionDemands(
            String kind, String audit, String auditor, String code) {
        facts.putAll(Map.of("kind", kind, "audit", audit, "auditor", auditor));

        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "FINAL_REPORT, unaccounted, 0.01, UNACCOUNTED",
        "FINAL_REPORT, unaccounted, -1, ",
        "INTERIM_REPORT, unaccounted, 1000, ",
        "FINAL_REPORT, unused, 0.01, UNUSED",
        "INTERIM_REPORT, unused, 1000, ",
        "FINAL_REPORT, otherFunding, 0.01, OTHER_FUNDING",
        "INTERIM_REPORT, otherFunding, 1, OTHER_FUNDING",
        "FINAL_REPORT, largestDeviation, 25, ",
        "FINAL_REPORT, largestDeviation, 26, BUDGET_DEVIATION",
        "FINAL_REPORT, occasionsHeld, 50, ",
        "FINAL_REPORT, occasionsHeld, 49, FEW_OCCASIONS",
        "FINAL_REPORT, daysLate, 1, LATE",
        "FINAL_REPORT, daysLate, 30, LATE",
        "FINAL_REPORT, daysLate, 31, VERY_LATE",
    })
    void sumsAndDaysAreFoundFromTheirBoundaryOn(String kind, String fact, BigDecimal value, String code) {
        facts.put("kind", kind);
        facts.put(fact, value);

        assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "auditorRemarks, true, AUDITOR_REMARKS, RISK",
        "conditionsFollowed, false, CONDITIONS, RISK",
        "hasDeviations, true, DEVIATIONS, NOTE",
        "completionMissing, true, COMPLETION_MISSING, RECOVERY",
    })
    void whatTheRecipientOrTheAuditorSaysIsFound(String fact, boolean value, String code, ReportFinding.Effect effect) {
        facts.put(fact, value);

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.effect()).isEqualTo(effect);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "unused, 12000, UNUSED, RECOVERY, Av bidraget har 12 000 kr inte använts.",
        "unaccounted, 500, UNACCOUNTED, COMPLETION, tillsammans 500 kr mindre än det utbetalda bidraget",
        "otherFunding, 900, OTHER_FUNDING, RISK, med 900 kr",
        "largestDeviation, 40, BUDGET_DEVIATION, RISK, avviker 40 procent",
        "occasionsHeld, 10, FEW_OCCASIONS, RISK, Bara 10 procent",
        "daysLate, 7, LATE, NOTE, 7 dagar för sent",
        "daysLate, 60, VERY_LATE, RISK, 60 dagar för sent",
    })
    void theReasonSaysHowMuch(String fact, BigDecimal value, String code, ReportFinding.Effect effect, String reason) {
        facts.put(fact, value);
        facts.put(fact + "Text", Sek.of(value).toString());

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.effect()).isEqualTo(effect);
            assertThat(finding.reason().replace('\u00a0', ' ')).contains(reason);
        });
    }

    private List<ReportFinding> findings() {
        return TABLES.decide("report-check", facts).stream()
                .map(ReportFinding::of)
                .toList();
    }

    private List<String> codes() {
        return findings().stream().map(ReportFinding::code).toList();
    }
}
