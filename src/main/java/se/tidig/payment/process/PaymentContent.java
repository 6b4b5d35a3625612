package se.tidig.payment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.organisation.Board;
import se.tidig.organisation.Organisation;
import se.tidig.payment.LedgerCoding;
import se.tidig.payment.ObstacleHandling;
import se.tidig.payment.PaymentCheck;
import se.tidig.payment.PaymentChecks;
import se.tidig.payment.PaymentConditions;
import se.tidig.payment.PaymentFinding;
import se.tidig.payment.PaymentOrder;
import se.tidig.payment.PaymentOrders;
import se.tidig.payment.Receipts;

/** The payment of a milestone as people see it; ledger codes are proposed as they were in the board's latest payment. */
@Component
@Shows({
    "payment: order, reference, payee, organisationNumber, planned, withheld, amount, due, "
            + "latest, grantAmount, paidBefore, giro, giroHolder, verified, boardName, payingBoardName, "
            + "status, attempt, preparedBy, preparedAt, preparedNote, approvedBy, returnReason, mendedBy, "
            + "mendNote, newAccount, settledOn, coding, exportedAt, rejection",
    "paymentFindings: code, effect, paragraph, reason",
    "paymentAttempts: number, giro, amount, exportedAt, answer, reason",
    "paymentReceipts: at, attempt, status, dated, reason, reception",
    "ledgerAccount",
    "costCentre",
    "activityCode",
    "projectCode"
})
class PaymentContent implements CaseContent {

    private final Grants grants;
    private final PaymentOrders orders;
    private final PaymentChecks checks;
    private final PaymentConditions conditions;
    private final ObstacleHandling obstacles;
    private final Receipts receipts;
    private final StaffRegister staff;

    PaymentContent(
            Grants grants,
            PaymentOrders orders,
            PaymentChecks checks,
            PaymentConditions conditions,
            ObstacleHandling obstacles,
            Receipts receipts,
            StaffRegister staff) {
        this.grants = grants;
        this.orders = orders;
        this.checks = checks;
        this.conditions = conditions;
        this.obstacles = obstacles;
        this.receipts = receipts;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        var milestone = task.text(Variable.ORDER) == null ? task.text(Variable.MILESTONE) : task.text(Variable.ORDER);
        if (milestone == null || task.reference() == null) {
            return null;
        }
        return switch (key) {
            case "payment" -> payment(grants.get(task.reference()), milestone);
            case "paymentFindings" -> findings(milestone);
            case "paymentAttempts" -> attempts(milestone);
            case "paymentReceipts" -> received(milestone);
            default -> coding(key, grants.get(task.reference()), milestone);
        };
    }

    private Map<String, Object> payment(Grant grant, String key) {
        var milestone = grant.milestone(key);
        var withheld = obstacles.withheld(key);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("order", key);
        shown.put("reference", grant.reference());
        shown.put("payee", grant.recipient());
        shown.put("organisationNumber", Organisation.written(grant.organisationNumber()));
        shown.put("planned", milestone.amount().toString());
        shown.put("withheld", withheld.isPositive() ? withheld.toString() : null);
        shown.put("amount", milestone.amount().minus(withheld).toString());
        shown.put("due", SwedishDate.text(milestone.due()));
        shown.put("latest", SwedishDate.text(milestone.latest()));
        shown.put("grantAmount", grant.amount().toString());
        shown.put("paidBefore", grant.paid().toString());
        shown.put("giro", grant.giro().map(Object::toString).orElse(null));
        shown.put("giroHolder", grant.giroHolder());
        shown.put("verified", grant.payeeVerified() ? "Ja, " + grant.payeeVerification() : "Nej");
        shown.put("boardName", Board.valueOf(grant.board()).swedishName());
        shown.put("payingBoardName", Board.valueOf(grant.payingBoard()).swedishName());
        orders.find(key).ifPresent(order -> shown.putAll(order(order)));
        return shown;
    }

    private Map<String, Object> order(PaymentOrder order) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("amount", order.amount().toString());
        shown.put("status", order.status().swedish());
        shown.put("attempt", order.attempt());
        shown.put("preparedBy", name(order.preparedBy()));
        shown.put("preparedAt", SwedishDate.text(order.preparedAt()));
        shown.put("preparedNote", order.preparedNote());
        shown.put("approvedBy", name(order.approvedBy()));
        shown.put("returnReason", order.returnReason());
        shown.put("mendedBy", name(order.mendedBy()));
        shown.put("mendNote", order.mendNote());
        shown.put("newAccount", order.newAccount());
        shown.put("settledOn", SwedishDate.text(order.settledOn()));
        shown.put(
                "coding",
                "konto %s, kostnadsställe %s, verksamhet %s, projekt %s"
                        .formatted(
                                order.coding().account(),
                                order.coding().costCentre(),
                                order.coding().activity(),
                                order.coding().project()));
        order.attempts().stream().reduce((first, last) -> last).ifPresent(last -> {
            shown.put("exportedAt", SwedishDate.text(last.exportedAt()));
            shown.put("rejection", last.reason());
        });
        return shown;
    }

    private List<Map<String, Object>> findings(String milestone) {
        var open = conditions.open(milestone);
        return checks.latest(milestone).map(PaymentCheck::findings).orElse(List.of()).stream()
                .map(finding -> Map.<String, Object>of(
                        "code", finding.code(),
                        "effect", effect(finding, open),
                        "paragraph", finding.paragraph(),
                        "reason", finding.reason()))
                .toList();
    }

    private static String effect(PaymentFinding finding, List<PaymentFinding> open) {
        return finding.effect() == PaymentFinding.Effect.OBSTACLE && !open.contains(finding)
                ? "Prövat"
                : finding.effect().swedish();
    }

    private List<Map<String, Object>> attempts(String key) {
        return orders.find(key).map(PaymentOrder::attempts).orElse(List.of()).stream()
                .map(attempt -> Map.<String, Object>of(
                        "number", attempt.number(),
                        "giro", attempt.giro(),
                        "amount", attempt.amount().toString(),
                        "exportedAt", text(SwedishDate.text(attempt.exportedAt())),
                        "answer",
                                attempt.answer() == null ? "" : attempt.answer().swedish(),
                        "reason", text(attempt.reason())))
                .toList();
    }

    private List<Map<String, Object>> received(String key) {
        return receipts.of(key).stream()
                .map(received -> Map.<String, Object>of(
                        "at", SwedishDate.text(received.at()),
                        "attempt", received.receipt().attempt(),
                        "status", received.receipt().status().swedish(),
                        "dated", SwedishDate.text(received.receipt().dated()),
                        "reason", text(received.receipt().reason()),
                        "reception", received.reception().swedish()))
                .toList();
    }

    private String coding(String key, Grant grant, String milestone) {
        return orders.find(milestone)
                .or(() -> orders.findFirstByPayingBoardOrderByPreparedAtDesc(grant.payingBoard()))
                .map(PaymentOrder::coding)
                .map(coding -> code(key, coding))
                .orElse(null);
    }

    private static String code(String key, LedgerCoding coding) {
        return switch (key) {
            case "ledgerAccount" -> coding.account();
            case "costCentre" -> coding.costCentre();
            case "activityCode" -> coding.activity();
            default -> coding.project();
        };
    }

    private String name(String user) {
        return Optional.ofNullable(user).map(staff::nameOf).orElse(null);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
