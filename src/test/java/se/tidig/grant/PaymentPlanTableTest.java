package se.tidig.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tidig.Sek;
import se.tidig.bundle.FileRuleSet;
import se.tidig.bundle.RuleSet;
import se.tidig.decision.GrantTerms;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;

class PaymentPlanTableTest {

    private static final LocalDate DECIDED = LocalDate.parse("2026-02-16");
    private static final LocalDate INTERIM = LocalDate.parse("2026-09-30");
    private static final LocalDate FINAL = LocalDate.parse("2027-03-01");
    private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");

    private final RuleSet tables = FileRuleSet.in(Path.of("."));
    private final PaymentPlanTable plan = new PaymentPlanTable();

    @Test
    void aSmallGrantIsPaidAtOnceAndReportedAtTheEnd() {
        assertThat(of("99999.99", INTERIM))
                .extracting(PlannedStep::kind, PlannedStep::amount, PlannedStep::due, PlannedStep::latest)
                .containsExactly(
                        tuple(StepKind.PAYMENT, sek("99999.99"), DECIDED, YEAR_END),
                        tuple(StepKind.FINAL_REPORT, Sek.ZERO, FINAL, null));
    }

    @Test
    void aLargerGrantIsPaidInTwoPartsWithAnInterimReportBetweenThem() {
        assertThat(of("100000", INTERIM))
                .extracting(PlannedStep::kind, PlannedStep::amount, PlannedStep::due, PlannedStep::latest)
                .containsExactly(
                        tuple(StepKind.PAYMENT, sek("60000"), DECIDED, YEAR_END),
                        tuple(StepKind.INTERIM_REPORT, Sek.ZERO, INTERIM, null),
                        tuple(StepKind.PAYMENT, sek("40000"), DECIDED, YEAR_END),
                        tuple(StepKind.FINAL_REPORT, Sek.ZERO, FINAL, null));
    }

    @Test
    void withoutAnInterimReportALargerGrantIsPaidAtOnce() {
        assertThat(of("181500", null))
                .extracting(PlannedStep::kind, PlannedStep::amount)
                .containsExactly(tuple(StepKind.PAYMENT, sek("181500")), tuple(StepKind.FINAL_REPORT, Sek.ZERO));
    }

    @Test
    void anInterimReportAfterTheBudgetYearHoldsNoMoneyBack() {
        assertThat(of("181500", YEAR_END.plusDays(1)))
                .extracting(PlannedStep::kind, PlannedStep::amount)
                .containsExactly(
                        tuple(StepKind.PAYMENT, sek("181500")),
                        tuple(StepKind.INTERIM_REPORT, Sek.ZERO),
                        tuple(StepKind.FINAL_REPORT, Sek.ZERO));
        assertThat(of("181500", YEAR_END)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100001", "100000.01", "181500", "333333.33", "1000000"})
    void thePartsAreWholeKronorWithTheRestInTheLastAndTogetherExactlyTheGrant(String amount) {
        var payments = of(amount, INTERIM).stream()
                .filter(milestone -> milestone.kind() == StepKind.PAYMENT)
                .toList();

        assertThat(payments.get(0).amount()).isEqualTo(sek(amount).percent(BigDecimal.valueOf(60)));
        assertThat(payments.stream().map(PlannedStep::amount).reduce(Sek.ZERO, Sek::plus))
                .isEqualTo(sek(amount));
    }

    @Test
    void aTableThatDoesNotPayTheWholeGrantIsRefused() {
        assertThatThrownBy(() -> with(row("PAYMENT", 60, DECIDED), row("FINAL_REPORT", 0, FINAL)))
                .isInstanceOf(GrantRefused.class)
                .hasMessageContaining("60 procent");
    }

    @Test
    void aTableThatDoesNotEndWithTheFinalReportIsRefused() {
        assertThatThrownBy(() -> with(row("FINAL_REPORT", 0, FINAL), row("PAYMENT", 100, DECIDED)))
                .hasMessageContaining("slutredovisning");
    }

    @Test
    void aTableRowWithoutADayIsRefused() {
        assertThatThrownBy(() -> with(row("PAYMENT", 100, null), row("FINAL_REPORT", 0, FINAL)))
                .hasMessageContaining("utan datum");
    }

    private List<PlannedStep> of(String amount, LocalDate interim) {
        return plan.of(wanted(sek(amount), interim), tables);
    }

    private static GrantTerms.Wanted wanted(Sek amount, LocalDate interim) {
        return new GrantTerms.Wanted(amount, false, DECIDED, interim, FINAL);
    }

    @SafeVarargs
    private void with(Map<String, Object>... rows) {
        plan.of(wanted(Sek.of(1000), null), (decision, facts) -> List.of(rows));
    }

    private static Map<String, Object> row(String kind, int share, LocalDate due) {
        var row = new java.util.HashMap<String, Object>();
        row.put("kind", kind);
        row.put("share", share);
        row.put("due", due);
        return row;
    }

    private static Sek sek(String amount) {
        return Sek.of(new BigDecimal(amount));
    }
}
