package se.tidig.grant;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import se.tidig.Actor;
import se.tidig.MilestoneKey;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * What was decided on a claim for money (16–17 §§ of ordinance 2016:1364), and what has been repaid.
 *
 * @param id null until stored
 * @param reference the grant's
 * @param milestone the report it follows from; null if it follows from something else
 * @param action claimed, waived for special reasons (17 §), or found not to be owed
 * @param ground which of the grounds in 16 §, as the form names it: {@code UNUSED}
 * @param groundText the ground in the words of the form that it was chosen in
 * @param amount claimed or waived, SEK; zero if nothing is owed
 * @param repaid the sum repaid, SEK
 * @param repaidOn day of the latest repayment; null if nothing has been repaid
 * @param decision the board's number of the decision on the claim; null if nothing is claimed
 * @param decidedOn day of that decision; null if nothing is claimed
 * @param dueOn last day to pay; null if nothing is claimed
 * @param enforceableOn first day on which the decision can be enforced (35 § FL); null while it cannot
 * @param endedOn when the rest of the claim was waived or set aside; null if it was not
 * @param reason why
 * @param handledBy user id
 * @param handledAt when
 */
@Table(schema = "tidig", value = "repayment_claim")
public record RepaymentClaim(
        @Id Long id,
        Reference reference,
        MilestoneKey milestone,
        Action action,
        String ground,
        String groundText,
        Sek amount,
        Sek repaid,
        LocalDate repaidOn,
        String decision,
        LocalDate decidedOn,
        LocalDate dueOn,
        LocalDate enforceableOn,
        LocalDate endedOn,
        String reason,
        Actor handledBy,
        Instant handledAt) {

    /** The sum left to pay, SEK; zero if nothing is claimed or the claim has ended. */
    public Sek unpaid() {
        return action == Action.CLAIM && endedOn == null ? amount.minus(repaid) : Sek.ZERO;
    }

    /** The claim's key in the register of claims. */
    String key() {
        return reference + "-A" + id;
    }

    /** Whether the claim is followed up: it is decided, has a last day to pay, and is not fully paid. */
    boolean isWatched() {
        return dueOn != null && unpaid().isPositive();
    }

    RepaymentClaim paid(Sek sum, LocalDate on) {
        return with(repaid.plus(sum), on, dueOn, enforceableOn, endedOn);
    }

    RepaymentClaim deferred(LocalDate newDueOn) {
        return with(repaid, repaidOn, newDueOn, enforceableOn, endedOn);
    }

    /** @param on null if the decision is appealed and cannot be enforced */
    RepaymentClaim enforceable(LocalDate on) {
        return with(repaid, repaidOn, dueOn, on, endedOn);
    }

    RepaymentClaim ended(LocalDate on) {
        return with(repaid, repaidOn, dueOn, enforceableOn, on);
    }

    private RepaymentClaim with(Sek back, LocalDate backOn, LocalDate due, LocalDate enforceable, LocalDate ended) {
        return new RepaymentClaim(
                id,
                reference,
                milestone,
                action,
                ground,
                groundText,
                amount,
                back,
                backOn,
                decision,
                decidedOn,
                due,
                enforceable,
                ended,
                reason,
                handledBy,
                handledAt);
    }

    /** What was decided about the money (17 §). */
    public enum Action {
        CLAIM,
        WAIVE,
        NONE
    }
}
