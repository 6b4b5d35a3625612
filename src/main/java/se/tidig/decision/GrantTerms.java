package se.tidig.decision;

import java.time.LocalDate;
import se.tidig.Sek;
import se.tidig.bundle.Rules;
import se.tidig.form.Rejected;

/**
 * Counts on what terms money is granted (13 and 14 a §§), answered by the module that will carry the grant out, so that
 * decision and grant never differ.
 */
public interface GrantTerms {

    /** @throws Rejected with a Swedish sentence where the tables give no whole plan or no auditor */
    Terms of(Wanted wanted, Rules rules);

    /** Whether the prisbasbelopp that was missing when the terms were counted has been entered since (14 a §). */
    boolean isOutdated(Terms terms);

    /**
     * What the tables are asked about.
     *
     * @param amount SEK
     * @param municipal true for a municipality or kommunalförbund, which needs no auditor
     * @param day of proposal or decision, in Sweden
     * @param interimReportDue null where no interim report is required
     */
    record Wanted(Sek amount, boolean municipal, LocalDate day, LocalDate interimReportDue, LocalDate finalReportDue) {}
}
