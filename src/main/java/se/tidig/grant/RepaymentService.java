package se.tidig.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.form.Answers;
import se.tidig.grant.RepaymentClaim.Action;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;
import se.tidig.organisation.OverdueClaim;
import se.tidig.organisation.OverdueClaims;

/** Records claims for repayment and repayments: never more than was paid (16–17 §§). */
@Service
@Transactional
public class RepaymentService {

    private final Grants grants;
    private final RepaymentClaims claims;
    private final OverdueClaims register;
    private final CaseJournal journal;
    private final Clock clock;

    RepaymentService(Grants grants, RepaymentClaims claims, OverdueClaims register, CaseJournal journal, Clock clock) {
        this.grants = grants;
        this.claims = claims;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the officer records.
     *
     * @param milestone the report it follows from, or null
     * @param ground which of the grounds in 16 §, as the form names it
     * @param words the action and the ground as the form puts them
     * @param amount claimed or waived, SEK
     * @param repaid the sum repaid, SEK
     * @param decision the decision on a claim; null if nothing is claimed
     */
    public record Claim(
            Reference reference,
            MilestoneKey milestone,
            Action action,
            String ground,
            Words words,
            Sek amount,
            Sek repaid,
            LocalDate repaidOn,
            ClaimDecision decision,
            String reason,
            Actor by) {

        /** The words that the person chose from: the alternatives of the case's own form. */
        public record Words(String action, String ground) {}

        /** The answers that the claim forms share. */
        public static Claim of(Reference reference, MilestoneKey milestone, Answers answers, Words words, Actor by) {
            return new Claim(
                    reference,
                    milestone,
                    Action.valueOf(answers.text("recoveryAction")),
                    answers.text("recoveryGround"),
                    words,
                    answers.money("claimAmount").orElse(Sek.ZERO),
                    answers.money("repaidAmount").orElse(Sek.ZERO),
                    answers.date("repaidOn").orElse(null),
                    ClaimDecision.of(answers),
                    answers.text("recoveryReason"),
                    by);
        }
    }

    /** The most that can still be claimed: the paid sum less what has already been claimed or waived. */
    public Sek atMost(Reference reference) {
        var taken = claims.findByReferenceOrderById(reference).stream()
                .map(RepaymentClaim::amount)
                .reduce(Sek.ZERO, Sek::plus);
        return grants.get(reference).paid().minus(taken);
    }

    /**
     * A decision on a claim (17 §).
     *
     * @param number the board's number of the decision
     * @param dueOn last day to pay
     * @param enforceableOn first day on which it can be enforced (35 § FL); null while it cannot
     */
    public record ClaimDecision(String number, LocalDate decidedOn, LocalDate dueOn, LocalDate enforceableOn) {

        /** Empty if the form is older than 2026-11-26 and does not ask. */
        private static ClaimDecision of(Answers answers) {
            return answers.date("claimDueOn")
                    .map(due -> new ClaimDecision(
                            answers.text("claimDecision"),
                            answers.date("claimDecidedOn").orElse(null),
                            due,
                            answers.date("claimEnforceableOn").orElse(null)))
                    .orElse(null);
        }
    }

    /**
     * Records the claim, and enters its unpaid part in the register that every board sees (9 § 3).
     *
     * @return whether payment of a claim must be followed up
     * @throws GrantRefused if the sums or days contradict each other
     */
    public boolean record(Claim claim) {
        var grant = grants.lock(claim.reference());
        var decision = claim.decision();
        require(
                decision == null || !decision.decidedOn().isAfter(SwedishDate.on(clock.instant())),
                "Beslutet om återkrav kan inte vara fattat senare än i dag. Anteckna det när det är fattat.");
        require(
                decision == null || !decision.dueOn().isBefore(decision.decidedOn()),
                "Den sista dagen att betala kan inte vara före beslutets dag.");
        require(
                decision == null
                        || decision.enforceableOn() == null
                        || !decision.enforceableOn().isBefore(decision.decidedOn()),
                "Beslutet kan inte ha fått laga kraft före beslutets dag.");
        var atMost = atMost(claim.reference());
        require(
                claim.action() == Action.NONE || claim.amount().isPositive(),
                "Ange beloppet för återkravet, eller det belopp som länsstyrelsen avstår från.");
        require(
                claim.action() != Action.NONE || !claim.amount().isPositive(),
                "Ange inget belopp när inget ska krävas tillbaka.");
        require(
                claim.amount().compareTo(atMost) <= 0,
                "Beloppet kan vara högst " + atMost + ": det som betalats ut, minus tidigare återkrav.");
        require(
                !claim.repaid().isPositive() || claim.action() == Action.CLAIM,
                "Ange återbetalat belopp bara vid återkrav.");
        require(
                claim.repaid().compareTo(claim.amount()) <= 0,
                "Det återbetalda kan inte vara mer än de " + claim.amount() + " som återkravet gäller.");
        require(
                claim.repaid().isPositive() == (claim.repaidOn() != null),
                "Ange både återbetalat belopp och dagen då det kom in, eller ingetdera.");
        var saved = claims.save(new RepaymentClaim(
                null,
                claim.reference(),
                claim.milestone(),
                claim.action(),
                claim.ground(),
                claim.words().ground(),
                claim.amount(),
                claim.repaid(),
                claim.repaidOn(),
                decision == null ? null : decision.number(),
                decision == null ? null : decision.decidedOn(),
                decision == null ? null : decision.dueOn(),
                decision == null ? null : decision.enforceableOn(),
                null,
                claim.reason(),
                claim.by(),
                clock.instant()));
        journal.note(
                claim.reference(),
                EventKind.GRANT,
                claim.by(),
                "%s: %s, återbetalt %s. %s %s"
                        .formatted(
                                claim.words().action(),
                                claim.amount(),
                                claim.repaid(),
                                claim.words().ground(),
                                claim.reason()));
        register(saved, grant);
        return watched(claim.reference()).isPresent();
    }

    /** An event of a claim that is followed up. */
    public enum Event {
        PAID,
        DEFERRED,
        ENFORCEABLE,
        APPEALED,
        ENDED
    }

    /**
     * @param sum the sum repaid, SEK; zero unless something was paid
     * @param day when it was paid, became enforceable or is now due; null if none of these happened
     */
    public record FollowUp(Event event, Sek sum, LocalDate day, String note, Actor by) {}

    /**
     * Records an event of the oldest claim of the grant that is followed up.
     *
     * @return whether a claim of the grant is still followed up
     * @throws GrantRefused if there is no such claim, or the sum or day contradicts it
     */
    public boolean followUp(Reference reference, FollowUp followUp) {
        var grant = grants.lock(reference);
        var claim = watched(reference)
                .orElseThrow(() -> new GrantRefused("Det finns inget återkrav som väntar på betalning i ärendet."));
        var after =
                switch (followUp.event()) {
                    case PAID -> paid(claim, followUp);
                    case DEFERRED -> {
                        require(
                                followUp.day().isAfter(SwedishDate.on(clock.instant())),
                                "Ange en ny sista dag att betala som är senare än i dag.");
                        yield claim.deferred(followUp.day());
                    }
                    case ENFORCEABLE -> claim.enforceable(followUp.day());
                    case APPEALED -> claim.enforceable(null);
                    case ENDED -> claim.ended(SwedishDate.on(clock.instant()));
                };
        claims.save(after);
        register(after, grant);
        journal.note(
                reference,
                EventKind.GRANT,
                followUp.by(),
                "Återkrav %s: %s återstår att betala. %s".formatted(claim.decision(), after.unpaid(), followUp.note()));
        return watched(reference).isPresent();
    }

    private RepaymentClaim paid(RepaymentClaim claim, FollowUp followUp) {
        require(
                followUp.sum().isPositive() && followUp.sum().compareTo(claim.unpaid()) <= 0,
                "Ange det belopp som har kommit in, högst " + claim.unpaid() + ".");
        require(
                followUp.day() != null && !followUp.day().isAfter(SwedishDate.on(clock.instant())),
                "Ange dagen då pengarna kom in, i dag eller tidigare.");
        return claim.paid(followUp.sum(), followUp.day());
    }

    /** The oldest claim that is followed up. */
    public Optional<RepaymentClaim> watched(Reference reference) {
        return claims.findByReferenceOrderById(reference).stream()
                .filter(RepaymentClaim::isWatched)
                .findFirst();
    }

    private void register(RepaymentClaim claim, Grant grant) {
        if (claim.dueOn() == null) {
            return;
        }
        if (!claim.isWatched()) {
            register.settle(claim.key(), claim.endedOn() == null ? claim.repaidOn() : claim.endedOn());
            return;
        }
        register.enter(new OverdueClaim(
                claim.key(),
                grant.organisationNumber(),
                grant.board(),
                claim.decision(),
                claim.decidedOn(),
                claim.unpaid(),
                claim.dueOn(),
                claim.enforceableOn()));
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new GrantRefused(otherwise);
        }
    }
}
