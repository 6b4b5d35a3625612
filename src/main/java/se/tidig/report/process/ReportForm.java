package se.tidig.report.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.SwedishDate;
import se.tidig.application.IncomingDocument;
import se.tidig.application.IncomingDocument.Kind;
import se.tidig.application.IncomingDocumentService;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.form.Rejected;
import se.tidig.grant.Grants;
import se.tidig.report.ReportIntakeService;

/** A report through the portal or on paper. A report that nobody awaits is stored and changes nothing. */
@Component
@Handles(
        form = "report",
        keys = {
            "use",
            "activities",
            "participantsWomen",
            "participantsMen",
            "resultsSwedish",
            "resultsSociety",
            "resultsLabourMarket",
            "resultsHealth",
            "purposeFulfilment",
            "deviations",
            "conditionsFollowed=yes|no",
            "costs",
            "unusedAmount",
            "otherFunding",
            "auditor",
            "auditorRemarks",
            "submittedBy"
        })
class ReportForm implements FormHandler {

    private final ReportIntakeService intake;
    private final Grants grants;
    private final IncomingDocumentService documents;
    private final Clock clock;

    ReportForm(ReportIntakeService intake, Grants grants, IncomingDocumentService documents, Clock clock) {
        this.intake = intake;
        this.grants = grants;
        this.documents = documents;
        this.clock = clock;
    }

    @EventListener
    void on(IncomingDocument.Entering entering) {
        var document = entering.document();
        if (document.kind() == Kind.REPORT && grants.find(document.reference()).isEmpty()) {
            throw new Rejected(
                    "documentKind", "Ärendet har inget beviljat bidrag att redovisa. Välj Annan handling i stället.");
        }
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        intake.submit(
                task.reference(),
                null,
                answers,
                Actor.of(answers.text("submittedBy")),
                receivedAt(task),
                lateReason(task));
        return Map.of();
    }

    /** Why the registrar has judged the paper late; null if it is not judged late, or came through the portal. */
    private String lateReason(CaseTask task) {
        return task.variables().get("document") instanceof Number number
                ? documents.get(number.longValue()).lateReason()
                : null;
    }

    /** The day on which the paper came in according to the registrar; now, if it came through the portal. */
    private Instant receivedAt(CaseTask task) {
        var day = task.text("receivedDate");
        var now = clock.instant();
        if (day == null || LocalDate.parse(day).equals(SwedishDate.on(now))) {
            return now;
        }
        return LocalDate.parse(day).atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
