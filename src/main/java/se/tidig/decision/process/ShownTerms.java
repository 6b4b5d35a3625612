package se.tidig.decision.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tidig.SwedishDate;
import se.tidig.decision.Decision;
import se.tidig.decision.PlannedStep;
import se.tidig.decision.StepKind;
import se.tidig.decision.Terms;

/** The terms of a proposal or decision as rows; forms and letters have the words. */
final class ShownTerms {

    private ShownTerms() {}

    /** The plan as a table of a form takes it. */
    static List<Map<String, Object>> plan(Terms terms) {
        return terms.steps().stream().map(ShownTerms::row).toList();
    }

    private static Map<String, Object> row(PlannedStep step) {
        var row = new LinkedHashMap<String, Object>();
        var report = step.kind().isReport();
        row.put("kind", step.kind().swedish());
        row.put("amount", report ? "" : step.amount().toString());
        row.put("earliest", report ? "" : SwedishDate.text(step.due()));
        row.put("latest", SwedishDate.text(report ? step.due() : step.latest()));
        return row;
    }

    static Map<String, Object> ofLetter(Decision decision) {
        var payments = new ArrayList<Map<String, Object>>();
        var reports = new ArrayList<Map<String, Object>>();
        for (var step : decision.terms().map(Terms::steps).orElse(List.of())) {
            if (step.kind().isReport()) {
                reports.add(
                        Map.of("interim", step.kind() == StepKind.INTERIM_REPORT, "due", SwedishDate.text(step.due())));
            } else {
                payments.add(payment(step, !reports.isEmpty()));
            }
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("plannedPayments", payments);
        shown.put("plannedReports", reports);
        shown.put("auditor", decision.terms().map(terms -> terms.audit().name()).orElse(null));
        return shown;
    }

    private static Map<String, Object> payment(PlannedStep step, boolean afterReport) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("amount", step.amount().toString());
        shown.put("earliest", SwedishDate.text(step.due()));
        shown.put("latest", SwedishDate.text(step.latest()));
        shown.put("afterReport", afterReport);
        return shown;
    }
}
