package se.tidig.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.JsonColumn;
import se.tidig.MilestoneKey;
import se.tidig.SwedishDate;
import se.tidig.bundle.RuleError;
import se.tidig.bundle.RuleSet;
import se.tidig.grant.Grant;
import se.tidig.grant.Grants;
import se.tidig.grant.Milestone;
import se.tidig.payment.PaymentCheck.Outcome;
import se.tidig.payment.PaymentFinding.Effect;

/** Checks the conditions of a payment by the table {@code payment-conditions} each time the payment is tried. */
@Service
@Transactional
public class PaymentConditionService {

    private final Grants grants;
    private final PaymentFacts facts;
    private final PaymentChecks checks;
    private final PaymentObstacles obstacles;
    private final Circumstances circumstances;
    private final Clock clock;

    PaymentConditionService(
            Grants grants,
            PaymentFacts facts,
            PaymentChecks checks,
            PaymentObstacles obstacles,
            Circumstances circumstances,
            Clock clock) {
        this.grants = grants;
        this.facts = facts;
        this.checks = checks;
        this.obstacles = obstacles;
        this.circumstances = circumstances;
        this.clock = clock;
    }

    /**
     * The result for the process.
     *
     * @param recheckAt when a payment that waits is checked again
     */
    public record Checked(Outcome outcome, Instant recheckAt) {}

    /**
     * Checks the conditions and stores facts and findings. A known obstacle is investigated at once, even if the
     * payment is not due: waiting does not remove it.
     */
    public Checked check(MilestoneKey milestone, RuleSet rules) {
        var grant = grants.lock(milestone.reference());
        var step = grant.milestone(milestone);
        var findings = rules.decide("payment-conditions", facts.of(grant, step)).stream()
                .map(PaymentConditionService::finding)
                .toList();
        var outcome = outcome(findings, settled(milestone));
        checks.add(new PaymentCheck(
                milestone, clock.instant(), outcome, findings, JsonColumn.text(facts.standing(grant, step))));
        return new Checked(outcome, recheckAt(step));
    }

    /** Notes a circumstance that a person has found out about the recipient before the payment. */
    public void note(MilestoneKey milestone, List<String> codes, String text, Actor by) {
        for (var code : codes) {
            circumstances.save(
                    new Circumstance(null, milestone.reference(), milestone, code, text, by, clock.instant()));
        }
    }

    /** The findings of the latest check that point to an obstacle and are not settled. */
    public List<PaymentFinding> open(MilestoneKey milestone) {
        var settled = settled(milestone);
        return checks.latest(milestone).map(PaymentCheck::findings).orElse(List.of()).stream()
                .filter(finding -> finding.isObstacle() && !settled.contains(finding))
                .toList();
    }

    /** Whether nothing new is known about the payment since its latest check. */
    boolean stillAsChecked(Grant grant, MilestoneKey milestone) {
        var now = facts.standing(grant, grant.milestone(milestone));
        return checks.latest(milestone)
                .filter(check -> PaymentChecks.isOf(check, now))
                .isPresent();
    }

    private static Outcome outcome(List<PaymentFinding> findings, Set<PaymentFinding> settled) {
        if (findings.stream().anyMatch(finding -> finding.isObstacle() && !settled.contains(finding))) {
            return Outcome.OBSTACLE;
        }
        return findings.stream().anyMatch(finding -> finding.effect() == Effect.WAIT) ? Outcome.WAIT : Outcome.READY;
    }

    /** What a decision or an investigation of this payment has settled; the same reason does not hinder it twice. */
    private Set<PaymentFinding> settled(MilestoneKey milestone) {
        var settled = new HashSet<PaymentFinding>();
        obstacles.findByMilestoneOrderById(milestone).stream()
                .filter(obstacle -> !obstacle.isOpen())
                .forEach(obstacle -> settled.addAll(obstacle.grounds()));
        return settled;
    }

    private Instant recheckAt(Milestone step) {
        var tomorrow = SwedishDate.on(clock.instant()).plusDays(1);
        return SwedishDate.startOf(step.due().isAfter(tomorrow) ? step.due() : tomorrow);
    }

    private static PaymentFinding finding(Map<String, Object> row) {
        try {
            return new PaymentFinding(
                    (String) row.get("code"),
                    Effect.valueOf((String) row.get("effect")),
                    (String) row.get("paragraph"),
                    (String) row.get("reason"));
        } catch (IllegalArgumentException | NullPointerException wrong) {
            throw new RuleError("Tabellen payment-conditions ger en rad utan giltig följd: " + row
                    + ". Följden ska vara WAIT, OBSTACLE eller OK.");
        }
    }
}
