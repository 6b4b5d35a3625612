package se.tidig.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;

class PaymentConditionsTableTest {

    private static final RuleSet RULES = FileRuleSet.packaged();
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    @Test
    void aPaymentThatNothingStandsAgainstShowsWhatWasChecked() {
        assertThat(effects(facts()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DUE", "OK",
                        "ACCOUNT_VERIFIED", "OK",
                        "NOTHING_KNOWN", "OK"));
    }

    @Test
    void aPaymentIsDueOnItsDayAndNotTheDayBefore() {
        assertThat(effects(facts("due", DAY))).containsEntry("DUE", "OK").doesNotContainKey("NOT_DUE");
        assertThat(effects(facts("due", DAY.plusDays(1), "dueText", "22 november 2026")))
                .containsEntry("NOT_DUE", "WAIT")
                .doesNotContainKey("DUE");
        assertThat(reason("NOT_DUE", facts("due", DAY.plusDays(1), "dueText", "22 november 2026")))
                .isEqualTo("Utbetalning får göras tidigast 22 november 2026.");
    }

    @Test
    void anAccountThatIsNotVerifiedIsWaitedFor() {
        assertThat(effects(facts("payeeVerified", false)))
                .containsEntry("ACCOUNT_NOT_VERIFIED", "WAIT")
                .doesNotContainKey("ACCOUNT_VERIFIED");
    }

    @Test
    void aReportIsAskedForOnlyIfThePlanPutsItBefore() {
        assertThat(effects(facts("reportRequired", true, "reportsAccepted", false)))
                .containsEntry("REPORT_NOT_ACCEPTED", "OBSTACLE");
        assertThat(effects(facts("reportRequired", true, "reportsAccepted", true)))
                .containsEntry("REPORT_ACCEPTED", "OK");
        assertThat(effects(facts("reportRequired", false, "reportsAccepted", true)))
                .doesNotContainKeys("REPORT_ACCEPTED", "REPORT_NOT_ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_BOARD, 7 § första stycket 2 och 15 b §",
        "NOT_DEMOCRATIC, 7 § första stycket 3 och 15 b §",
        "PURPOSE, 7 § första stycket 4 och 15 b §",
        "PARTNER, 7 § tredje stycket och 15 b §",
        "DEMOCRACY, '7 a, 7 b och 15 b §§'",
        "INSOLVENT, 9 § 1 och 15 b §",
        "ENFORCEMENT_DEBT, 9 § 2 och 15 b §",
        "OVERDUE_DEBT, 9 § 3 och 15 b §",
    })
    void whatIsFoundOutAboutAnOrganisationMayHinderItsPaymentButNotAMunicipality(String code, String paragraph) {
        var found = facts("circumstances", List.of(circumstance(code, "enligt registret")));
        assertThat(effects(found)).containsEntry(code, "OBSTACLE").doesNotContainKey("NOTHING_KNOWN");
        assertThat(row(code, found)).containsEntry("paragraph", paragraph);
        assertThat(reason(code, found)).endsWith(": enligt registret");

        var municipal = facts("municipal", true, "circumstances", List.of(circumstance(code, "enligt registret")));
        assertThat(effects(municipal)).containsEntry("ORGANISATIONS_ONLY", "OK").doesNotContainKey(code);
    }

    @Test
    void aMunicipalityMayNotPayItsOwnDutiesWithTheGrant() {
        var found = List.of(circumstance("STATUTORY_DUTY", "SFI"));
        assertThat(effects(facts("municipal", true, "circumstances", found)))
                .containsEntry("STATUTORY_DUTY", "OBSTACLE")
                .doesNotContainKey("ORGANISATIONS_ONLY");
        assertThat(effects(facts("circumstances", found))).doesNotContainKey("STATUTORY_DUTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONDITIONS", "FALSE_INFORMATION", "MISUSED", "OTHER"})
    void aGroundForRepaymentHindersAnyRecipient(String code) {
        for (var municipal : List.of(true, false)) {
            var found = facts("municipal", municipal, "circumstances", List.of(circumstance(code, "text")));
            assertThat(effects(found)).containsEntry(code, "OBSTACLE").doesNotContainKey("ORGANISATIONS_ONLY");
        }
    }

    @Test
    void severalFindingsOfOneKindAreToldTogether() {
        var found = facts("circumstances", List.of(circumstance("OTHER", "ett"), circumstance("OTHER", "två")));
        assertThat(reason("OTHER", found)).endsWith(": ett; två");
    }

    @Test
    void anOverdueClaimOfAnyBoardHindersAnOrganisationOnly() {
        assertThat(effects(facts("overdueRecovery", true)))
                .containsEntry("OVERDUE_RECOVERY", "OBSTACLE")
                .doesNotContainKey("NOTHING_KNOWN");
        assertThat(effects(facts("overdueRecovery", true, "municipal", true))).doesNotContainKey("OVERDUE_RECOVERY");
    }

    @Test
    void aChangeNoticeThatWasFoundToHinderIsTold() {
        var found = facts("changeObstacle", "Verksamheten är nedlagd.");
        assertThat(effects(found)).containsEntry("CHANGED", "OBSTACLE").doesNotContainKey("NOTHING_KNOWN");
        assertThat(reason("CHANGED", found)).endsWith(": Verksamheten är nedlagd.");
    }

    @Test
    void aClaimOnThisGrantIsTold() {
        var found = facts("recoveryGround", "16 § första stycket 3, 5 000 kr är inte återbetalt");
        assertThat(effects(found)).containsEntry("RECOVERY_GROUND", "OBSTACLE");
        assertThat(reason("RECOVERY_GROUND", found)).contains("5 000 kr");
    }

    @Test
    void aCostThatAnotherGrantPaysIsTold() {
        var found = facts("sameCost", "Lokalhyra, 20 000 kr (K-2026-1-004)");
        assertThat(effects(found)).containsEntry("SAME_COST", "OBSTACLE");
        assertThat(row("SAME_COST", found)).containsEntry("paragraph", "6 och 15 b §§");
    }

    @Test
    void theEndOfTheBudgetYearIsForFinanceToSeeAndNoObstacle() {
        assertThat(effects(facts("latest", DAY, "latestText", "21 november 2026")))
                .doesNotContainKey("BUDGET_YEAR_OVER");
        assertThat(effects(facts("latest", DAY.minusDays(1), "latestText", "20 november 2026")))
                .containsEntry("BUDGET_YEAR_OVER", "OK")
                .doesNotContainValue("OBSTACLE");
    }

    @Test
    void everyRowSaysParagraphAndReason() {
        var all = facts(
                "reportRequired",
                true,
                "reportsAccepted",
                false,
                "overdueRecovery",
                true,
                "changeObstacle",
                "x",
                "recoveryGround",
                "x",
                "sameCost",
                "x");
        assertThat(RULES.decide("payment-conditions", all)).allSatisfy(row -> assertThat(row)
                .hasEntrySatisfying(
                        "paragraph", value -> assertThat((String) value).contains("§"))
                .hasEntrySatisfying(
                        "reason", value -> assertThat((String) value).isNotBlank()));
    }

    private static Map<String, Object> circumstance(String code, String text) {
        return Map.of("code", code, "text", text);
    }

    private static Map<String, Object> facts(Object... changes) {
        var facts = new HashMap<String, Object>();
        facts.put("today", DAY);
        facts.put("due", DAY.minusDays(10));
        facts.put("dueText", "11 november 2026");
        facts.put("latest", null);
        facts.put("latestText", null);
        facts.put("payeeVerified", true);
        facts.put("reportRequired", false);
        facts.put("reportsAccepted", true);
        facts.put("municipal", false);
        facts.put("circumstances", List.of());
        facts.put("overdueRecovery", false);
        facts.put("changeObstacle", null);
        facts.put("recoveryGround", null);
        facts.put("sameCost", null);
        for (int i = 0; i < changes.length; i += 2) {
            facts.put((String) changes[i], changes[i + 1]);
        }
        return facts;
    }

    private static Map<String, String> effects(Map<String, Object> facts) {
        var effects = new HashMap<String, String>();
        RULES.decide("payment-conditions", facts)
                .forEach(row -> effects.put((String) row.get("code"), (String) row.get("effect")));
        return effects;
    }

    private static Map<String, Object> row(String code, Map<String, Object> facts) {
        return RULES.decide("payment-conditions", facts).stream()
                .filter(row -> code.equals(row.get("code")))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(String code, Map<String, Object> facts) {
        return (String) row(code, facts).get("reason");
    }
}
