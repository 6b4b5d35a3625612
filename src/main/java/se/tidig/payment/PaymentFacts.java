package se.tidig.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
import se.tidig.bundle.SentFacts;
import se.tidig.engine.CaseStage;
import se.tidig.grant.Grant;
import se.tidig.grant.Milestone;
import se.tidig.grant.RepaymentClaims;
import se.tidig.organisation.OverdueClaims;

/**
 * The facts known about a payment today, typed for the table {@code payment-conditions}: 7–9 §§ as people have noted
 * them, change notices (15 a §), claims, reports, the account, and costs that another grant already pays (6 §).
 */
@Component
@AsksTable(
        value = "payment-conditions",
        stage = CaseStage.DECIDED,
        sends = PaymentFacts.Known.class,
        choices = "circumstances.code=prepare-disbursement#circumstances",
        results = {"code", "effect=WAIT|OBSTACLE|OK", "paragraph", "reason"},
        manyRows = true)
class PaymentFacts {

    private final Circumstances circumstances;
    private final OverdueClaims overdueClaims;
    private final RepaymentClaims claims;
    private final SameCostService sameCosts;
    private final Clock clock;

    PaymentFacts(
            Circumstances circumstances,
            OverdueClaims overdueClaims,
            RepaymentClaims claims,
            SameCostService sameCosts,
            Clock clock) {
        this.circumstances = circumstances;
        this.overdueClaims = overdueClaims;
        this.claims = claims;
        this.sameCosts = sameCosts;
        this.clock = clock;
    }

    Map<String, Object> of(Grant grant, Milestone milestone) {
        return SentFacts.of(known(grant, milestone));
    }

    /** All facts except the day. If any of them changes, the conditions must be checked again. */
    Map<String, Object> standing(Grant grant, Milestone milestone) {
        var facts = of(grant, milestone);
        facts.remove("today");
        return facts;
    }

    private Known known(Grant grant, Milestone milestone) {
        var today = SwedishDate.on(clock.instant());
        return new Known(
                today,
                milestone.due(),
                SwedishDate.text(milestone.due()),
                milestone.latest(),
                SwedishDate.text(milestone.latest()),
                grant.payeeVerified(),
                reportRequired(grant, milestone),
                grant.reportsAcceptedBefore(milestone),
                grant.municipal(),
                circumstances(grant.reference()),
                overdueClaims.anyAgainst(grant.organisationNumber(), today),
                grant.obstacle().orElse(null),
                recoveryGround(grant.reference()),
                sameCosts.of(grant));
    }

    /**
     * @param latest null if the payment has no last day
     * @param changeObstacle what an officer noted on a notice (15 a §); null if nothing
     * @param recoveryGround a claim in force, in words; null if there is none
     * @param sameCost costs that another grant pays, in words (6 §); null if there are none
     */
    record Known(
            LocalDate today,
            LocalDate due,
            String dueText,
            LocalDate latest,
            String latestText,
            boolean payeeVerified,
            boolean reportRequired,
            boolean reportsAccepted,
            boolean municipal,
            List<Noted> circumstances,
            boolean overdueRecovery,
            String changeObstacle,
            String recoveryGround,
            String sameCost) {}

    /** A circumstance that a person has noted (7–9 §§). */
    record Noted(String code, String text) {}

    private static boolean reportRequired(Grant grant, Milestone milestone) {
        return grant.milestones().stream()
                .anyMatch(one -> one.number() < milestone.number() && one.kind().isReport());
    }

    private List<Noted> circumstances(Reference reference) {
        return circumstances.findByReferenceOrderById(reference).stream()
                .map(noted -> new Noted(noted.code(), noted.text()))
                .toList();
    }

    /** A claim in force, in words; null if there is none. */
    private String recoveryGround(Reference reference) {
        return claims.findByReferenceOrderById(reference).stream()
                .filter(claim -> claim.unpaid().isPositive())
                .map(claim -> claim.groundText() + ", " + claim.unpaid() + " är inte återbetalt")
                .reduce((one, other) -> one + "; " + other)
                .orElse(null);
    }
}
