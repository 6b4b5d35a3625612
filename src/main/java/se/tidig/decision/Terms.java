package se.tidig.decision;

import java.time.LocalDate;
import java.util.List;
import se.tidig.form.Rejected;

/**
 * On what terms money is granted. They are counted by the case's own tables when the decision is proposed, shown to the
 * decider, and followed as they stand: nobody asks the tables again.
 *
 * @param steps payments and reports, in the order they are taken (13 and 14 §§ of ordinance 2016:1364)
 * @param audit who must examine the report (14 a §)
 * @param countedOn the day whose budget year and prisbasbelopp they were counted by
 * @param priceBaseYear the year whose prisbasbelopp the auditor's limit was counted on; null where that is not told, as in a
 *     decision that stands
 */
public record Terms(List<PlannedStep> steps, Audit audit, LocalDate countedOn, Integer priceBaseYear) {

    /**
     * The terms of a decision made on the day.
     *
     * @throws Rejected where the year is another: the limit for the auditor is of the year of decision (14 a §), and the
     *     last payment of the budget year
     */
    Terms decidedOn(LocalDate day) {
        if (countedOn.getYear() != day.getYear()) {
            throw new Rejected(
                    "",
                    "Förslagets betalningsplan och revisorskrav är räknade för %d (13 och 14 a §§). Återlämna förslaget så att de räknas om för %d."
                            .formatted(countedOn.getYear(), day.getYear()));
        }
        return new Terms(steps.stream().map(step -> step.decidedOn(day)).toList(), audit, day, priceBaseYear);
    }

    /** Whether the year's own prisbasbelopp was missing when they were counted, so that an earlier year's was used. */
    public boolean isProvisional() {
        return audit != Audit.NONE && priceBaseYear != null && priceBaseYear != countedOn.getYear();
    }
}
