package se.tidig.grant.process;

import se.tidig.SwedishDate;
import se.tidig.bundle.EarlierBundles;
import se.tidig.decision.StepKind;
import se.tidig.grant.Milestone;

/**
 * The steps of a plan in words, as forms and mails of earlier bundles ask for them. A running case keeps its bundle, so
 * the words stay until no such case is left. Today's forms and mails hold the words themselves.
 */
final class EarlierPlanTexts {

    private EarlierPlanTexts() {}

    /** @param afterReport the report that a payment waits for; null if it waits for none */
    static String time(Milestone milestone, StepKind afterReport) {
        if (milestone.kind().isReport()) {
            return EarlierBundles.text("milestone.report", SwedishDate.text(milestone.due()));
        }
        return afterReport == null
                ? EarlierBundles.text("milestone.payment")
                : EarlierBundles.text(
                        "milestone.paymentAfterReport", afterReport.swedish().toLowerCase());
    }

    /** @param afterReport the report that a payment waits for; null if it waits for none */
    static String step(Milestone milestone, StepKind afterReport) {
        var kind = milestone.kind().swedish();
        return milestone.kind().isReport()
                ? kind + " " + time(milestone, afterReport)
                : EarlierBundles.text(
                        "milestone.amount", kind, milestone.amount().toString(), time(milestone, afterReport));
    }
}
