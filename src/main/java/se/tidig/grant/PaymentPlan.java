package se.tidig.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.tidig.Sek;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.Rules;
import se.tidig.decision.Granted;
import se.tidig.grant.Milestone.Kind;
import se.tidig.grant.Milestone.Status;

/**
 * The order of payments and reports by the table {@code payment-plan}, as the decision states it (13 §). Also what the
 * decision's letter is written from, before there is a grant.
 */
@Service
@AsksTable(
        value = "payment-plan",
        facts = {"amount", "decidedOn", "interimReportDue", "finalReportDue"},
        results = {"kind=PAYMENT|INTERIM_REPORT|FINAL_REPORT", "share", "due", "latest"},
        manyRows = true)
public class PaymentPlan {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * The plan of a grant. Each part but the last payment is in whole kronor, rounded down; the last takes the rest, so
     * that the parts are exactly the grant.
     *
     * @throws GrantRefused where the table gives no plan that pays the whole grant and ends with the final report
     */
    public Set<Milestone> of(Granted granted, Rules rules) {
        return of(
                granted.reference(),
                granted.amount(),
                granted.decidedOn(),
                granted.interimReportDue(),
                granted.finalReportDue(),
                rules);
    }

    /** The same from what a proposal knows. */
    public Set<Milestone> of(
            String reference,
            Sek amount,
            LocalDate decidedOn,
            LocalDate interimReportDue,
            LocalDate finalReportDue,
            Rules rules) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("amount", amount.amount());
        facts.put("decidedOn", decidedOn);
        facts.put("interimReportDue", interimReportDue);
        facts.put("finalReportDue", finalReportDue);
        var rows = rules.decide("payment-plan", facts);
        requireWholePlan(rows);
        var lastPayment = lastPayment(rows);
        var left = amount;
        var plan = new ArrayList<Milestone>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var part = i == lastPayment ? left : amount.percent(share(row));
            left = left.minus(part);
            plan.add(new Milestone(
                    reference + "-M" + (i + 1),
                    i + 1,
                    kind(row),
                    part,
                    (LocalDate) row.get("due"),
                    (LocalDate) row.get("latest"),
                    Status.PLANNED,
                    Sek.ZERO,
                    null));
        }
        return new LinkedHashSet<>(plan);
    }

    private static void requireWholePlan(List<Map<String, Object>> rows) {
        var shares = rows.stream().map(PaymentPlan::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shares.compareTo(WHOLE) != 0) {
            throw new GrantRefused("Tabellen payment-plan betalar ut "
                    + shares.stripTrailingZeros().toPlainString()
                    + " procent av bidraget. Rätta tabellen så att andelarna blir 100 procent.");
        }
        if (kind(rows.get(rows.size() - 1)) != Kind.FINAL_REPORT) {
            throw new GrantRefused(
                    "Tabellen payment-plan slutar inte med en slutredovisning. Rätta tabellen, 14 § kräver en.");
        }
        if (rows.stream().anyMatch(row -> !(row.get("due") instanceof LocalDate))) {
            throw new GrantRefused(
                    "Tabellen payment-plan ger en post utan datum. Kontrollera kolumnen due och datumen i beslutet.");
        }
    }

    private static int lastPayment(List<Map<String, Object>> rows) {
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            last = kind(rows.get(i)) == Kind.PAYMENT ? i : last;
        }
        return last;
    }

    private static Kind kind(Map<String, Object> row) {
        return Kind.valueOf((String) row.get("kind"));
    }

    private static BigDecimal share(Map<String, Object> row) {
        return kind(row).isReport() ? BigDecimal.ZERO : new BigDecimal(String.valueOf(row.get("share")));
    }
}
