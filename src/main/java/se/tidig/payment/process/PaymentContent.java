package se.tidig.payment.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.EarlierBundles;
import se.tidig.engine.StaffRegister;
import se.tidig.engine.Variable;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Fills;
import se.tidig.form.Shows;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.organisation.Board;
import se.tidig.organisation.Organisation;
import se.tidig.payment.LedgerCoding;
import se.tidig.payment.ObstacleService;
import se.tidig.payment.PaymentAttempt;
import se.tidig.payment.PaymentCheck;
import se.tidig.payment.PaymentChecks;
import se.tidig.payment.PaymentConditionService;
import se.tidig.payment.PaymentFinding;
import se.tidig.payment.PaymentOrder;
import se.tidig.payment.PaymentOrders;
import se.tidig.payment.Receipts;

/** The payment of a milestone as people see it; ledger codes are proposed as they were in the board's latest payment. */
@Component
class PaymentContent implements CaseContent {

    private final Grants grants;
    private final PaymentOrders orders;
    private final PaymentChecks checks;
    private final PaymentConditionService conditions;
    private final ObstacleService obstacles;
    private final Receipts receipts;
    private final StaffRegister staff;

    PaymentContent(
            Grants grants,
            PaymentOrders orders,
            PaymentChecks checks,
            PaymentConditionService conditions,
            ObstacleService obstacles,
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

    /**
     * @param verification how the account was verified; null if it is not
     * @param verified the same in words, for forms of earlier bundles
     * @param coding the ledger codes in words, for forms of earlier bundles
     */
    record Payment(
            String order,
            Reference reference,
            String payee,
            String organisationNumber,
            Sek planned,
            Sek withheld,
            Sek amount,
            LocalDate due,
            LocalDate latest,
            Sek grantAmount,
            Sek paidBefore,
            String giro,
            String giroHolder,
            String verification,
            String verified,
            String boardName,
            String payingBoardName,
            String status,
            Integer attempt,
            String preparedBy,
            Instant preparedAt,
            String preparedNote,
            String approvedBy,
            String returnReason,
            String mendedBy,
            String mendNote,
            Boolean newAccount,
            LocalDate settledOn,
            String ledgerAccount,
            String costCentre,
            String activityCode,
            String projectCode,
            String coding,
            Instant exportedAt,
            String rejection) {}

    record ShownFinding(String code, String effect, String paragraph, String reason) {}

    record Attempt(int number, String giro, Sek amount, String exportedAt, String answer, String reason) {}

    record Answered(Instant at, int attempt, String status, LocalDate dated, String reason, String reception) {}

    record Codes(String ledgerAccount, String costCentre, String activityCode, String projectCode) {}

    /** The milestone that the task pays; none before the process knows its case. */
    private static Optional<MilestoneKey> milestone(CaseTask task) {
        return task.reference() == null
                ? Optional.empty()
                : Optional.ofNullable(task.text(Variable.ORDER))
                        .or(() -> Optional.ofNullable(task.text(Variable.MILESTONE)))
                        .map(MilestoneKey::of);
    }

    @Shows("payment")
    Optional<Payment> payment(CaseTask task) {
        return milestone(task).map(key -> payment(grants.get(task.reference()), key, orders.find(key)));
    }

    private Payment payment(Grant grant, MilestoneKey key, Optional<PaymentOrder> order) {
        var milestone = grant.milestone(key);
        var withheld = obstacles.withheld(key);
        var last = order.flatMap(made -> made.attempts().stream().reduce((first, latest) -> latest));
        return new Payment(
                key.toString(),
                grant.reference(),
                grant.recipient(),
                Organisation.written(grant.organisationNumber()),
                milestone.amount(),
                withheld.isPositive() ? withheld : null,
                order.map(PaymentOrder::amount).orElse(milestone.amount().minus(withheld)),
                milestone.due(),
                milestone.latest(),
                grant.amount(),
                grant.paid(),
                grant.giro().map(Object::toString).orElse(null),
                grant.giroHolder(),
                grant.payeeVerified() ? grant.payeeVerification() : null,
                grant.payeeVerified()
                        ? EarlierBundles.text("payment.verified", grant.payeeVerification())
                        : EarlierBundles.text("payment.notVerified"),
                Board.valueOf(grant.board()).swedishName(),
                Board.valueOf(grant.payingBoard()).swedishName(),
                order.map(made -> made.status().swedish()).orElse(null),
                order.map(PaymentOrder::attempt).orElse(null),
                order.map(PaymentOrder::preparedBy).map(staff::nameOf).orElse(null),
                order.map(PaymentOrder::preparedAt).orElse(null),
                order.map(PaymentOrder::preparedNote).orElse(null),
                order.map(PaymentOrder::approvedBy).map(staff::nameOf).orElse(null),
                order.map(PaymentOrder::returnReason).orElse(null),
                order.map(PaymentOrder::mendedBy).map(staff::nameOf).orElse(null),
                order.map(PaymentOrder::mendNote).orElse(null),
                order.map(PaymentOrder::newAccount).orElse(null),
                order.map(PaymentOrder::settledOn).orElse(null),
                code(order, LedgerCoding::account),
                code(order, LedgerCoding::costCentre),
                code(order, LedgerCoding::activity),
                code(order, LedgerCoding::project),
                order.map(PaymentOrder::coding).map(PaymentContent::written).orElse(null),
                last.map(PaymentAttempt::exportedAt).orElse(null),
                last.map(PaymentAttempt::reason).orElse(null));
    }

    private static String written(LedgerCoding coding) {
        return EarlierBundles.text(
                "payment.coding", coding.account(), coding.costCentre(), coding.activity(), coding.project());
    }

    private static String code(Optional<PaymentOrder> order, Function<LedgerCoding, String> code) {
        return order.map(PaymentOrder::coding).map(code).orElse(null);
    }

    @Shows("paymentFindings")
    Optional<List<ShownFinding>> findings(CaseTask task) {
        return milestone(task).map(this::findings);
    }

    private List<ShownFinding> findings(MilestoneKey milestone) {
        var open = conditions.open(milestone);
        return checks.latest(milestone).map(PaymentCheck::findings).orElse(List.of()).stream()
                .map(finding ->
                        new ShownFinding(finding.code(), effect(finding, open), finding.paragraph(), finding.reason()))
                .toList();
    }

    private static String effect(PaymentFinding finding, List<PaymentFinding> open) {
        return finding.effect() == PaymentFinding.Effect.OBSTACLE && !open.contains(finding)
                ? "Prövat"
                : finding.effect().swedish();
    }

    @Shows("paymentAttempts")
    Optional<List<Attempt>> attempts(CaseTask task) {
        return milestone(task).map(key -> orders.find(key).map(PaymentOrder::attempts).orElse(List.of()).stream()
                .map(attempt -> new Attempt(
                        attempt.number(),
                        attempt.giro(),
                        attempt.amount(),
                        text(SwedishDate.text(attempt.exportedAt())),
                        attempt.answer() == null ? "" : attempt.answer().swedish(),
                        text(attempt.reason())))
                .toList());
    }

    @Shows("paymentReceipts")
    Optional<List<Answered>> received(CaseTask task) {
        return milestone(task).map(key -> receipts.of(key).stream()
                .map(received -> new Answered(
                        received.at(),
                        received.receipt().attempt(),
                        received.receipt().status().swedish(),
                        received.receipt().dated(),
                        text(received.receipt().reason()),
                        received.reception().swedish()))
                .toList());
    }

    /** The codes of the order, or else those of the paying board's latest one. */
    @Fills
    Optional<Codes> codes(CaseTask task) {
        return milestone(task)
                .flatMap(key -> orders.find(key)
                        .or(() -> orders.findFirstByPayingBoardOrderByPreparedAtDesc(
                                grants.get(task.reference()).payingBoard())))
                .map(PaymentOrder::coding)
                .map(coding -> new Codes(coding.account(), coding.costCentre(), coding.activity(), coding.project()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
