package se.tidig.organisation;

import java.time.LocalDate;
import se.tidig.Sek;

/**
 * What is unpaid of a decided claim to recover a grant (17 § of ordinance 2016:1364).
 *
 * @param claim key of the claim at its board
 * @param organisation organisation number, ten digits
 * @param board county letter of the board that claims
 * @param decision the board's number of the decision; null where it is not known
 * @param decidedOn day of the decision; null where it is not known
 * @param amount unpaid, SEK
 * @param dueOn last day to pay
 * @param enforceableOn first day on which the decision can be enforced (35 § FL); null while it cannot
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
