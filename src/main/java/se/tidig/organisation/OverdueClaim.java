package se.tidig.organisation;

import java.time.LocalDate;
import se.tidig.Sek;

/**
 * The unpaid part of a decided claim to recover a grant (17 § of ordinance 2016:1364).
 *
 * @param claim the board's key of the claim
 * @param organisation organisation number, ten digits
 * @param board county letter of the claiming board
 * @param decision the board's number of the decision; null if unknown
 * @param decidedOn day of the decision; null if unknown
 * @param amount unpaid, SEK
 * @param dueOn last day to pay
 * @param enforceableOn first day on which the decision can be enforced (35 § FL); null as long as it cannot
 */
public record OverdueClaim(
        String claim,
        String organisation,
        String board,
        String decision,
        LocalDate decidedOn,
        Sek amount,
        LocalDate dueOn,
        LocalDate enforceableOn) {}
