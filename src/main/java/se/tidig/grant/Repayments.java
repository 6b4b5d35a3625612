package se.tidig.grant;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Sek;
import se.tidig.form.Answers;
import se.tidig.grant.RepaymentClaim.Action;
import se.tidig.grant.RepaymentClaim.Ground;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Records what is claimed back of a grant and what comes back: never more than was paid (16–17 §§). */
@Service
@Transactional
public class Repayments {

    private final Grants grants;
    private final RepaymentClaims claims;
    private final CaseJournal journal;
    private final Clock clock;

    Repayments(Grants grants, RepaymentClaims claims, CaseJournal journal, Clock clock) {
        this.grants = grants;
        this.claims = claims;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the officer records.
     *
     * @param milestone the report it follows from, or null
     * @param amount claimed or waived, SEK
     * @param repaid what has come back, SEK
     */
    public record Claim(
            String reference,
            String milestone,
            Action action,
            Ground ground,
            Sek amount,
            Sek repaid,
            LocalDate repaidOn,
            String reason,
            String by) {

        /** The answers that the forms for claims have in common. */
        public static Claim of(String reference, String milestone, Answers answers, String by) {
            return new Claim(
                    reference,
                    milestone,
                    Action.valueOf(answers.text("recoveryAction")),
                    Ground.valueOf(answers.text("recoveryGround")),
                    answers.money("claimAmount").orElse(Sek.ZERO),
                    answers.money("repaidAmount").orElse(Sek.ZERO),
                    answers.date("repaidOn").orElse(null),
                    answers.text("recoveryReason"),
                    by);
        }
    }

    /** The most that can still be claimed: paid less what has been claimed or waived already. */
    public Sek atMost(String reference) {
        var taken = claims.findByReferenceOrderById(reference).stream()
                .map(RepaymentClaim::amount)
                .reduce(Sek.ZERO, Sek::plus);
        return grants.get(reference).paid().minus(taken);
    }

    /** @throws GrantRefused where the sums do not hold together */
    public void record(Claim claim) {
        grants.lock(claim.reference());
        var atMost = atMost(claim.reference());
        require(
                claim.action() == Action.NONE || claim.amount().isPositive(),
                "Ange det belopp som krävs tillbaka eller som länsstyrelsen avstår från.");
        require(
                claim.action() != Action.NONE || !claim.amount().isPositive(),
                "Ange inget belopp när inget ska krävas tillbaka.");
        require(
                claim.amount().compareTo(atMost) <= 0,
                "Beloppet kan vara högst " + atMost + ": det som betalats ut, minus tidigare återkrav.");
        require(
                !claim.repaid().isPositive() || claim.action() == Action.CLAIM,
                "Ange återbetalat belopp bara när bidrag krävs tillbaka.");
        require(
                claim.repaid().compareTo(claim.amount()) <= 0,
                "Det återbetalda kan inte vara mer än de " + claim.amount() + " som krävs tillbaka.");
        require(
                claim.repaid().isPositive() == (claim.repaidOn() != null),
                "Ange både återbetalat belopp och dagen då det kom in, eller ingetdera.");
        claims.save(new RepaymentClaim(
                null,
                claim.reference(),
                claim.milestone(),
                claim.action(),
                claim.ground(),
                claim.amount(),
                claim.repaid(),
                claim.repaidOn(),
                claim.reason(),
                claim.by(),
                clock.instant()));
        journal.note(
                claim.reference(),
                EventKind.GRANT,
                claim.by(),
                "%s: %s, återbetalt %s. %s %s"
                        .formatted(
                                claim.action().swedish(),
                                claim.amount(),
                                claim.repaid(),
                                claim.ground().swedish(),
                                claim.reason()));
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new GrantRefused(otherwise);
        }
    }
}
