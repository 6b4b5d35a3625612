package se.tidig.grant.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.bundle.EarlierBundles;
import se.tidig.decision.GrantDecisionService;
import se.tidig.decision.StepKind;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grant;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChanges;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.RepaymentClaims;
import se.tidig.grant.RepaymentService;
import se.tidig.organisation.Board;
import se.tidig.organisation.Giro;
import se.tidig.organisation.Organisation;

/** The grant as forms, mails and letters show it. */
@Component
class GrantContent implements CaseContent {

    private final Grants grants;
    private final GrantDecisionService decisions;
    private final GrantChanges changes;
    private final RepaymentService repayments;
    private final RepaymentClaims claims;
    private final StaffRegister staff;

    GrantContent(
            Grants grants,
            GrantDecisionService decisions,
            GrantChanges changes,
            RepaymentService repayments,
            RepaymentClaims claims,
            StaffRegister staff) {
        this.grants = grants;
        this.decisions = decisions;
        this.changes = changes;
        this.repayments = repayments;
        this.claims = claims;
        this.staff = staff;
    }

    /**
     * @param audit the sentence for forms and mails of earlier bundles
     * @param verified whether the account is verified
     * @param payeeVerified the same as a word, for forms of earlier bundles
     */
    record ShownGrant(
            String boardName,
            String applicationGiro,
            Reference reference,
            String recipient,
            String organisationNumber,
            Sek amount,
            Sek paid,
            Sek remaining,
            String status,
            String auditor,
            String audit,
            LocalDate decidedOn,
            LocalDate periodStart,
            LocalDate periodEnd,
            String giro,
            String giroHolder,
            Instant confirmedAt,
            String confirmedBy,
            boolean verified,
            String payeeVerified,
            String declineReason,
            String obstacle) {}

    record Condition(String text) {}

    /**
     * A step of the plan as a table of a form takes it.
     *
     * @param step the code of the kind
     * @param afterReport the kind of report whose approval a payment waits for; null if it waits for none
     * @param due the time in words, for forms of earlier bundles
     * @param text the whole step in words, for forms and mails of earlier bundles
     */
    record Step(
            int number,
            String kind,
            String step,
            String amount,
            String earliest,
            String latest,
            String afterReport,
            String status,
            String due,
            String text) {}

    record Change(String kind, String text, Instant receivedAt, String receivedFrom, String reason) {}

    record DecidedChange(
            String kind,
            String text,
            Instant receivedAt,
            boolean approved,
            String reason,
            Instant decidedOn,
            String decider) {}

    record Repayable(Sek paid, Sek atMost) {}

    record Claim(String ground, Sek amount, Sek repaid, String reason) {}

    /** @param enforceableOn for forms of earlier bundles; those of today read {@code finalOn} */
    record WatchedClaim(
            String ground,
            Sek amount,
            Sek repaid,
            Sek unpaid,
            String decision,
            LocalDate decidedOn,
            LocalDate dueOn,
            LocalDate finalOn,
            String enforceableOn,
            String reason) {}

    private Optional<Grant> grant(CaseTask task) {
        return task.reference() == null ? Optional.empty() : grants.find(task.reference());
    }

    @Shows("grant")
    Optional<ShownGrant> shown(CaseTask task) {
        return grant(task)
                .map(grant -> new ShownGrant(
                        Board.byLetter(grant.board()).map(Board::swedishName).orElse(null),
                        decisions.get(grant.reference()).giro(),
                        grant.reference(),
                        grant.recipient(),
                        Organisation.written(grant.organisationNumber()),
                        grant.amount(),
                        grant.paid(),
                        grant.amount().minus(grant.paid()),
                        grant.status().swedish(),
                        grant.audit().name(),
                        grant.audit().sentence(),
                        grant.decidedOn(),
                        grant.periodStart(),
                        grant.periodEnd(),
                        grant.giro().map(Giro::toString).orElse(null),
                        grant.giroHolder(),
                        grant.confirmedAt(),
                        Actor.text(grant.confirmedBy()),
                        grant.payeeVerified(),
                        EarlierBundles.text(grant.payeeVerified() ? "grant.verified" : "grant.notVerified"),
                        grant.declineReason(),
                        grant.obstacle().orElse(null)));
    }

    /** The decision holds the conditions (13 §). */
    @Shows("grantConditions")
    Optional<List<Condition>> conditions(CaseTask task) {
        return grant(task).map(grant -> decisions.get(grant.reference()).conditions().stream()
                .map(Condition::new)
                .toList());
    }

    @Shows("milestones")
    Optional<List<Step>> milestones(CaseTask task) {
        return grant(task).map(grant -> grant.milestones().stream()
                .map(milestone -> step(grant, milestone))
                .toList());
    }

    private static Step step(Grant grant, Milestone milestone) {
        var report = milestone.kind().isReport();
        var afterReport = reportBefore(grant, milestone).orElse(null);
        return new Step(
                milestone.number(),
                milestone.kind().swedish(),
                milestone.kind().name(),
                report ? "" : milestone.amount().toString(),
                report ? "" : SwedishDate.text(milestone.due()),
                SwedishDate.text(report ? milestone.due() : milestone.latest()),
                afterReport == null ? null : afterReport.name(),
                milestone.status().swedish(),
                EarlierPlanTexts.time(milestone, afterReport),
                EarlierPlanTexts.step(milestone, afterReport));
    }

    private static Optional<StepKind> reportBefore(Grant grant, Milestone payment) {
        return payment.kind().isReport()
                ? Optional.empty()
                : grant.milestones().stream()
                        .filter(before -> before.number() < payment.number()
                                && before.kind().isReport())
                        .reduce((first, last) -> last)
                        .map(Milestone::kind);
    }

    /** The change that the task is about: the oldest that waits for what the task does. */
    @Shows("grantChange")
    Optional<Change> change(CaseTask task) {
        return grant(task)
                .flatMap(grant -> "assess-grant-change".equals(task.form())
                        ? changes.notAssessed(grant.reference())
                        : changes.notDecided(grant.reference()))
                .map(change -> new Change(
                        change.kind().swedish(),
                        change.text(),
                        change.receivedAt(),
                        Actor.text(change.receivedFrom()),
                        change.reason()));
    }

    @Shows("changeDecided")
    Optional<DecidedChange> changeDecided(CaseTask task) {
        return grant(task)
                .flatMap(grant -> changes.decidedLast(grant.reference()))
                .map(change -> new DecidedChange(
                        change.kind().swedish(),
                        change.text(),
                        change.receivedAt(),
                        change.outcome() == Outcome.APPROVED,
                        change.reason(),
                        change.handledAt(),
                        staff.nameOf(change.handledBy())));
    }

    @Shows("repayment")
    Optional<Repayable> repayment(CaseTask task) {
        return grant(task).map(grant -> new Repayable(grant.paid(), repayments.atMost(grant.reference())));
    }

    @Shows("repaymentClaims")
    Optional<List<Claim>> repaymentClaims(CaseTask task) {
        return grant(task).map(grant -> claims.findByReferenceOrderById(grant.reference()).stream()
                .map(claim -> new Claim(claim.groundText(), claim.amount(), claim.repaid(), claim.reason()))
                .toList());
    }

    @Shows("watchedClaim")
    Optional<WatchedClaim> watchedClaim(CaseTask task) {
        return grant(task)
                .flatMap(grant -> repayments.watched(grant.reference()))
                .map(claim -> new WatchedClaim(
                        claim.groundText(),
                        claim.amount(),
                        claim.repaid(),
                        claim.unpaid(),
                        claim.decision(),
                        claim.decidedOn(),
                        claim.dueOn(),
                        claim.enforceableOn(),
                        claim.enforceableOn() == null
                                ? EarlierBundles.text("claim.notFinal")
                                : SwedishDate.text(claim.enforceableOn()),
                        claim.reason()));
    }
}
