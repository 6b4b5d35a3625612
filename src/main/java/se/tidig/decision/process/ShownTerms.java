package se.tidig.decision.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;

/** The terms of a proposal or decision as rows; forms and letters supply the words. */
final class ShownTerms {

    private ShownTerms() {}

    /** A step of the plan as a table of a form takes it; a report has no amount and no first day. */
    record Step(String kind, String amount, String earliest, String latest) {}

    /** @param afterReport whether an earlier step is a report, so that the payment waits for its approval */
    record PlannedPayment(Sek amount, LocalDate earliest, LocalDate latest, boolean afterReport) {}

    record PlannedReport(boolean interim, LocalDate due) {}

    static List<Step> plan(Terms terms) {
        return terms.steps().stream().map(ShownTerms::row).toList();
    }

    private static Step row(PlannedStep step) {
        var report = step.kind().isReport();
        return new Step(
                step.kind().swedish(),
                report ? "" : step.amount().toString(),
                report ? "" : SwedishDate.text(step.due()),
                SwedishDate.text(report ? step.due() : step.latest()));
    }

    static List<PlannedReport> reports(Terms terms) {
        return terms.steps().stream()
                .filter(step -> step.kind().isReport())
                .map(step -> new PlannedReport(step.kind() == StepKind.INTERIM_REPORT, step.due()))
                .toList();
    }

    static List<PlannedPayment> payments(Terms terms) {
        var payments = new ArrayList<PlannedPayment>();
        var afterReport = false;
        for (var step : terms.steps()) {
            if (step.kind().isReport()) {
                afterReport = true;
            } else {
                payments.add(new PlannedPayment(step.amount(), step.due(), step.latest(), afterReport));
            }
        }
        return payments;
    }
}
