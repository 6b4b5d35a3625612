package se.tidig.decision;

import java.time.LocalDate;
import se.tidig.Sek;
import se.tidig.bundle.RuleSet;
import se.tidig.form.Rejected;

/**
 * Computes the terms on which money is granted (13 and 14 a §§). The module that carries the grant out implements it,
 * so that decision and grant never differ.
 */
public interface GrantTerms {

    /** @throws Rejected with a Swedish sentence if the tables give no complete plan or no auditor */
    Terms of(Wanted wanted, RuleSet rules);

    /** Whether the prisbasbelopp that was missing when the terms were computed has been entered since (14 a §). */
    boolean isOutdated(Terms terms);

    /**
     * The facts that the tables are asked with.
     *
     * @param amount SEK
     * @param municipal true for a municipality or kommunalförbund, which needs no auditor
     * @param day of proposal or decision, in Sweden
     * @param interimReportDue null if no interim report is required
     */
    record Wanted(Sek amount, boolean municipal, LocalDate day, LocalDate interimReportDue, LocalDate finalReportDue) {}
}
