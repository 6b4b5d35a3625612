package se.tidig.grant.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.decision.GrantedDecisions;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.grant.Grant;
import se.tidig.grant.GrantChange;
import se.tidig.grant.GrantChange.Outcome;
import se.tidig.grant.GrantChangeLog;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.grant.RepaymentClaim;
import se.tidig.grant.RepaymentClaims;
import se.tidig.grant.Repayments;
import se.tidig.organisation.Board;
import se.tidig.organisation.Giro;
import se.tidig.organisation.Organisation;

/** The grant as people see it in forms, mails and letters. */
@Component
@Shows({
    "grant: boardName, applicationGiro, reference, recipient, organisationNumber, amount, paid, "
            + "remaining, status, audit, decidedOn, periodStart, periodEnd, giro, giroHolder, "
            + "confirmedAt, confirmedBy, payeeVerified, declineReason, obstacle",
    "grantConditions: text",
    "milestones: number, kind, amount, due, status, text",
    "grantChange: kind, text, receivedAt, receivedFrom, reason",
    "changeDecided: kind, text, receivedAt, approved, reason, decidedOn, decider",
    "repayment: paid, atMost",
    "repaymentClaims: ground, amount, repaid, reason",
    "watchedClaim: ground, amount, repaid, unpaid, decision, decidedOn, dueOn, enforceableOn, reason"
})
class GrantContent implements CaseContent {

    private final Grants grants;
    private final GrantedDecisions decisions;
    private final GrantChangeLog changes;
    private final Repayments repayments;
    private final RepaymentClaims claims;
    private final StaffRegister staff;

    GrantContent(
            Grants grants,
            GrantedDecisions decisions,
            GrantChangeLog changes,
            Repayments repayments,
            RepaymentClaims claims,
            StaffRegister staff) {
        this.grants = grants;
        this.decisions = decisions;
        this.changes = changes;
        this.repayments = repayments;
        this.claims = claims;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return task.reference() == null
                ? null
                : grants.find(task.reference())
                        .map(grant -> switch (key) {
                            case "grant" -> shown(grant);
                            case "grantConditions" -> conditions(grant);
                            case "milestones" -> milestones(grant);
                            case "grantChange" -> change(grant, task);
                            case "changeDecided" -> changeDecided(grant);
                            case "repayment" -> repayment(grant);
                            case "watchedClaim" -> watched(grant);
                            default -> repaymentClaims(grant);
                        })
                        .orElse(null);
    }

    private Map<String, Object> shown(Grant grant) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put(
                "boardName",
                Board.byLetter(grant.board()).map(Board::swedishName).orElse(null));
        shown.put("applicationGiro", decisions.get(grant.reference()).giro());
        shown.put("reference", grant.reference());
        shown.put("recipient", grant.recipient());
        shown.put("organisationNumber", Organisation.written(grant.organisationNumber()));
        shown.put("amount", grant.amount().toString());
        shown.put("paid", grant.paid().toString());
        shown.put("remaining", grant.amount().minus(grant.paid()).toString());
        shown.put("status", grant.status().swedish());
        shown.put("audit", grant.audit().swedish());
        shown.put("decidedOn", SwedishDate.text(grant.decidedOn()));
        shown.put("periodStart", SwedishDate.text(grant.periodStart()));
        shown.put("periodEnd", SwedishDate.text(grant.periodEnd()));
        shown.put("giro", grant.giro().map(Giro::toString).orElse(null));
        shown.put("giroHolder", grant.giroHolder());
        shown.put("confirmedAt", SwedishDate.text(grant.confirmedAt()));
        shown.put("confirmedBy", grant.confirmedBy());
        shown.put("payeeVerified", grant.payeeVerified() ? "Ja" : "Nej");
        shown.put("declineReason", grant.declineReason());
        shown.put("obstacle", grant.obstacle().orElse(null));
        return shown;
    }

    /** The conditions stand in the decision (13 §). */
    private List<Map<String, String>> conditions(Grant grant) {
        return decisions.get(grant.reference()).conditions().stream()
                .map(condition -> Map.of("text", condition))
                .toList();
    }

    private static List<Map<String, Object>> milestones(Grant grant) {
        return grant.milestones().stream()
                .map(milestone -> milestone(grant, milestone))
                .toList();
    }

    private static Map<String, Object> milestone(Grant grant, Milestone milestone) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", milestone.number());
        row.put("kind", milestone.kind().swedish());
        row.put("amount", milestone.kind().isReport() ? "" : milestone.amount().toString());
        row.put("due", time(grant, milestone));
        row.put("status", milestone.status().swedish());
        row.put(
                "text",
                milestone.kind().swedish()
                        + (milestone.kind().isReport() ? "" : " av " + milestone.amount())
                        + " " + time(grant, milestone));
        return row;
    }

    private static String time(Grant grant, Milestone milestone) {
        if (milestone.kind().isReport()) {
            return "senast " + SwedishDate.text(milestone.due());
        }
        return grant.milestones().stream()
                .filter(before ->
                        before.number() < milestone.number() && before.kind().isReport())
                .reduce((first, last) -> last)
                .map(report -> "när " + report.kind().swedish().toLowerCase() + "en är godkänd")
                .orElse("när villkor och konto är bekräftade");
    }

    /** The change that the task is about: the oldest that waits for what the task does. */
    private Map<String, Object> change(Grant grant, CaseTask task) {
        var waiting = "assess-grant-change".equals(task.form())
                ? changes.notAssessed(grant.reference())
                : changes.notDecided(grant.reference());
        return waiting.map(GrantContent::change).orElse(null);
    }

    private static Map<String, Object> change(GrantChange change) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("kind", change.kind().swedish());
        shown.put("text", change.text());
        shown.put("receivedAt", SwedishDate.text(change.receivedAt()));
        shown.put("receivedFrom", change.receivedFrom());
        shown.put("reason", change.reason());
        return shown;
    }

    private Map<String, Object> changeDecided(Grant grant) {
        return changes.decidedLast(grant.reference())
                .map(change -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("kind", change.kind().swedish());
                    shown.put("text", change.text());
                    shown.put("receivedAt", SwedishDate.text(change.receivedAt()));
                    shown.put("approved", change.outcome() == Outcome.APPROVED);
                    shown.put("reason", change.reason());
                    shown.put("decidedOn", SwedishDate.text(change.handledAt()));
                    shown.put("decider", staff.nameOf(change.handledBy()));
                    return (Map<String, Object>) shown;
                })
                .orElse(null);
    }

    private Map<String, Object> repayment(Grant grant) {
        return Map.of(
                "paid", grant.paid().toString(),
                "atMost", repayments.atMost(grant.reference()).toString());
    }

    private Map<String, Object> watched(Grant grant) {
        return repayments.watched(grant.reference()).map(GrantContent::watched).orElse(null);
    }

    private static Map<String, Object> watched(RepaymentClaim claim) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ground", claim.groundText());
        shown.put("amount", claim.amount().toString());
        shown.put("repaid", claim.repaid().toString());
        shown.put("unpaid", claim.unpaid().toString());
        shown.put("decision", claim.decision());
        shown.put("decidedOn", SwedishDate.text(claim.decidedOn()));
        shown.put("dueOn", SwedishDate.text(claim.dueOn()));
        shown.put(
                "enforceableOn",
                claim.enforceableOn() == null ? "har inte fått laga kraft" : SwedishDate.text(claim.enforceableOn()));
        shown.put("reason", claim.reason());
        return shown;
    }

    private List<Map<String, Object>> repaymentClaims(Grant grant) {
        return claims.findByReferenceOrderById(grant.reference()).stream()
                .map(claim -> Map.<String, Object>of(
                        "ground", claim.groundText(),
                        "amount", claim.amount().toString(),
                        "repaid", claim.repaid().toString(),
                        "reason", claim.reason()))
                .toList();
    }
}
