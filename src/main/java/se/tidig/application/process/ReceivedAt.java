package se.tidig.application.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import se.tidig.SwedishDate;
import se.tidig.form.CaseTask;

/** When the document that a registrar fills in a form from came in. */
final class ReceivedAt {

    private ReceivedAt() {}

    static Instant of(CaseTask task, Clock clock) {
        var day = task.text("receivedDate");
        return day == null
                ? clock.instant()
                : LocalDate.parse(day).atTime(12, 0).atZone(SwedishDate.ZONE).toInstant();
    }
}
