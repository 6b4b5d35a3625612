package se.tidig.prioritisation;

import java.math.BigDecimal;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * An application's place in a ranking, and what is proposed for it.
 *
 * @param reference the application's
 * @param rank from 1 in falling order of score; null if it is not assessed
 * @param score weighted, 0–100; null if it is not assessed
 * @param requested SEK applied for
 * @param maxGrant the most that can be granted, SEK
 * @param proposedAmount SEK, never above {@code maxGrant}
 * @param reason why, in Swedish words for the decision
 * @param adjusted whether a person set the amount
 */
public record Placement(
        Reference reference,
        Integer rank,
        BigDecimal score,
        Sek requested,
        Sek maxGrant,
        Sek proposedAmount,
        PlacementKind kind,
        String reason,
        boolean adjusted) {

    /** Whether it goes against the applicant, in whole or in part. */
    public boolean isAdverse() {
        return proposedAmount.compareTo(requested) < 0;
    }

    /** The same place with the amount that a person sets, and the reason. */
    Placement with(Adjustment adjustment) {
        var amount = adjustment.amount().min(maxGrant);
        var assessed = rank != null;
        var kind = !assessed
                ? PlacementKind.RESERVE
                : !amount.isPositive()
                        ? PlacementKind.REFUSE
                        : amount.compareTo(maxGrant) < 0 ? PlacementKind.PARTIAL : PlacementKind.GRANT;
        return new Placement(reference, rank, score, requested, maxGrant, amount, kind, adjustment.reason(), true);
    }
}
