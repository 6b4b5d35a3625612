package se.tidig.application.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;
import se.tidig.application.IncomingDocumentService;
import se.tidig.form.CaseTask;

/** When the document came in that a registrar fills in a form from. */
final class ReceivedAt {

    private ReceivedAt() {}

    /** Whether a registrar has judged that the document came too late. */
    static boolean isJudgedLate(CaseTask task, IncomingDocumentService documents) {
        return task.variables().get("document") instanceof Number number
                && documents.get(number.longValue()).lateReason() != null;
    }

    static Instant of(CaseTask task, Clock clock) {
        var day = task.text("receivedDate");
        return day == null
                ? clock.instant()
                : LocalDate.parse(day).atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
