package se.tidig.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.LegalTexts;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.RuleSet;
import se.tidig.bundle.SentFacts;
import se.tidig.decision.GrantTerms;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.engine.CaseStage;

/**
 * Computes the order of payments and reports by the table {@code payment-plan}. A proposal computes it and the
 * decision states it (13 §).
 */
@Component
@AsksTable(
        value = "payment-plan",
        stage = CaseStage.ASSESSED,
        sends = PaymentPlanTable.Asked.class,
        results = {"kind=PAYMENT|INTERIM_REPORT|FINAL_REPORT", "share", "due", "latest"},
        manyRows = true)
public class PaymentPlanTable {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * The plan of a grant. Each payment except the last is in whole kronor, rounded down; the last takes the rest, so
     * that the payments add up to the grant exactly.
     *
     * @throws GrantRefused if the table gives no plan that pays the whole grant and ends with the final report
     */
    public List<PlannedStep> of(GrantTerms.Wanted wanted, RuleSet rules) {
        var rows = rules.decide("payment-plan", SentFacts.of(Asked.of(wanted)));
        requireWholePlan(rows);
        var lastPayment = lastPayment(rows);
        var left = wanted.amount();
        var plan = new ArrayList<PlannedStep>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var part = i == lastPayment ? left : wanted.amount().percent(share(row));
            left = left.minus(part);
            plan.add(new PlannedStep(kind(row), part, (LocalDate) row.get("due"), (LocalDate) row.get("latest")));
        }
        return plan;
    }

    /** @param interimReportDue null if no interim report is required */
    record Asked(Sek amount, LocalDate decidedOn, LocalDate interimReportDue, LocalDate finalReportDue) {

        private static Asked of(GrantTerms.Wanted wanted) {
            return new Asked(wanted.amount(), wanted.day(), wanted.interimReportDue(), wanted.finalReportDue());
        }
    }

    private static void requireWholePlan(List<Map<String, Object>> rows) {
        var shares = rows.stream().map(PaymentPlanTable::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shares.compareTo(WHOLE) != 0) {
            throw new GrantRefused("Tabellen payment-plan betalar ut "
                    + shares.stripTrailingZeros().toPlainString()
                    + " procent av bidraget. Rätta tabellen så att andelarna blir 100 procent.");
        }
        if (kind(rows.get(rows.size() - 1)) != StepKind.FINAL_REPORT) {
            throw new GrantRefused(LegalTexts.of("payment-plan.noFinalReport"));
        }
        if (rows.stream().anyMatch(row -> !(row.get("due") instanceof LocalDate))) {
            throw new GrantRefused(
                    "Tabellen payment-plan ger en post utan datum. Kontrollera kolumnen due och datumen i beslutet.");
        }
    }

    private static int lastPayment(List<Map<String, Object>> rows) {
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            last = kind(rows.get(i)) == StepKind.PAYMENT ? i : last;
        }
        return last;
    }

    private static StepKind kind(Map<String, Object> row) {
        return StepKind.valueOf((String) row.get("kind"));
    }

    private static BigDecimal share(Map<String, Object> row) {
        return kind(row).isReport() ? BigDecimal.ZERO : new BigDecimal(String.valueOf(row.get("share")));
    }
}
