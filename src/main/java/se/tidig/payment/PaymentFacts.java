package se.tidig.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.bundle.AsksTable;
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
        facts = {
            "today:date",
            "due:date",
            "dueText:text",
            "latest:date",
            "latestText:text",
            "payeeVerified:boolean",
            "reportRequired:boolean",
            "reportsAccepted:boolean",
            "municipal:boolean",
            "circumstances",
            "circumstances.code",
            "circumstances.text",
            "overdueRecovery:boolean",
            "changeObstacle",
            "recoveryGround",
            "sameCost"
        },
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
        var today = SwedishDate.on(clock.instant());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("today", today);
        facts.putAll(standing(grant, milestone, today));
        return facts;
    }

    /** All facts except the day. If any of them changes, the conditions must be checked again. */
    Map<String, Object> standing(Grant grant, Milestone milestone) {
        return standing(grant, milestone, SwedishDate.on(clock.instant()));
    }

    private Map<String, Object> standing(Grant grant, Milestone milestone, LocalDate today) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("due", milestone.due());
        facts.put("dueText", SwedishDate.text(milestone.due()));
        facts.put("latest", milestone.latest());
        facts.put("latestText", SwedishDate.text(milestone.latest()));
        facts.put("payeeVerified", grant.payeeVerified());
        facts.put("reportRequired", reportRequired(grant, milestone));
        facts.put("reportsAccepted", grant.reportsAcceptedBefore(milestone));
        facts.put("municipal", grant.municipal());
        facts.put("circumstances", circumstances(grant.reference()));
        facts.put("overdueRecovery", overdueClaims.anyAgainst(grant.organisationNumber(), today));
        facts.put("changeObstacle", grant.obstacle().orElse(null));
        facts.put("recoveryGround", recoveryGround(grant.reference()));
        facts.put("sameCost", sameCosts.of(grant));
        return facts;
    }

    private static boolean reportRequired(Grant grant, Milestone milestone) {
        return grant.milestones().stream()
                .anyMatch(one -> one.number() < milestone.number() && one.kind().isReport());
    }

    private List<Map<String, Object>> circumstances(Reference reference) {
        return circumstances.findByReferenceOrderById(reference).stream()
                .<Map<String, Object>>map(noted -> new HashMap<>(Map.of("code", noted.code(), "text", noted.text())))
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
