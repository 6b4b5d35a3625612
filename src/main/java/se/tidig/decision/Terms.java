package se.tidig.decision;

import java.time.LocalDate;
import java.util.List;
import se.tidig.LegalTexts;
import se.tidig.form.Rejected;

/**
 * The terms on which money is granted. They are computed by the case's own tables when the decision is proposed,
 * shown to the decider, and followed as they are: the tables are not asked again.
 *
 * @param steps payments and reports, in the order they are taken (13 and 14 §§ of ordinance 2016:1364)
 * @param audit who must examine the report (14 a §)
 * @param countedOn the day whose budget year and prisbasbelopp they were computed by
 * @param priceBaseYear the year whose prisbasbelopp the auditor's limit was computed from; null if it is not known,
 *     as in a decision that is already made
 */
public record Terms(List<PlannedStep> steps, Audit audit, LocalDate countedOn, Integer priceBaseYear) {

    /**
     * The terms of a decision made on the given day.
     *
     * @throws Rejected if the year is another: the limit for the auditor follows the year of decision (14 a §), and
     *     so does the last payment of the budget year
     */
    Terms decidedOn(LocalDate day) {
        if (countedOn.getYear() != day.getYear()) {
            throw new Rejected("", LegalTexts.of("terms.otherYear", countedOn.getYear(), day.getYear()));
        }
        return new Terms(steps.stream().map(step -> step.decidedOn(day)).toList(), audit, day, priceBaseYear);
    }

    /**
     * Whether the year's own prisbasbelopp was missing when the terms were computed, so that an earlier year's was
     * used.
     */
    public boolean isProvisional() {
        return audit != Audit.NONE && priceBaseYear != null && priceBaseYear != countedOn.getYear();
    }
}
