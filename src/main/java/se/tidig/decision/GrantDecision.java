package se.tidig.decision;

import java.time.LocalDate;
import java.util.List;
import se.tidig.Reference;
import se.tidig.Sek;

/**
 * What a decision to grant says that the grant lives by (13 § of ordinance 2016:1364).
 *
 * @param reference the application's reference, also the grant's
 * @param board county letter of the deciding board
 * @param call the call's reference
 * @param organisationNumber ten digits
 * @param recipient the recipient's name
 * @param organisationType the recipient's organisation form, as the application gives it: {@code municipality}
 * @param email if the recipient is written to
 * @param giro the account the application names, to be confirmed and verified
 * @param amount granted, SEK
 * @param conditions the conditions as the decision states them
 * @param decidedOn day of the decision in Sweden
 * @param periodStart first day of the activity
 * @param periodEnd last day of the activity
 * @param interimReportDue null if no interim report is required
 * @param finalReportDue last day to report (14 §)
 * @param payingBoard county letter of the board that pays
 * @param terms the plan and the auditor as the decision states them; null if it was decided before decisions held them
 */
public record GrantDecision(
        Reference reference,
        String board,
        Reference call,
        String organisationNumber,
        String recipient,
        String organisationType,
        String email,
        String giro,
        Sek amount,
        List<String> conditions,
        LocalDate decidedOn,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate interimReportDue,
        LocalDate finalReportDue,
        String payingBoard,
        Terms terms) {

    /**
     * The facts that the tables are asked with if the decision has no terms of its own.
     *
     * @param municipal true for a municipality or kommunalförbund, which needs no auditor (14 a §)
     */
    public GrantTerms.Wanted wanted(boolean municipal) {
        return new GrantTerms.Wanted(amount, municipal, decidedOn, interimReportDue, finalReportDue);
    }
}
