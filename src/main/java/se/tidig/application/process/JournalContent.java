package se.tidig.application.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.CaseEvent;
import se.tidig.application.CaseJournal;
import se.tidig.application.EventKind;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.organisation.Board;

/** The case itself: its numbers, what came in, what was done. */
@Component
@Shows({"case", "documents", "history", "change"})
class JournalContent implements CaseContent {

    private final Applications applications;
    private final CaseJournal journal;
    private final StaffRegister staff;

    JournalContent(Applications applications, CaseJournal journal, StaffRegister staff) {
        this.applications = applications;
        this.journal = journal;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return switch (key) {
            case "case" -> about(applications.get(task.reference()), task);
            case "documents" -> documents(task.reference());
            case "history" -> history(task.reference());
            default -> change(task.reference());
        };
    }

    private Map<String, Object> about(Application application, CaseTask task) {
        var shown = new LinkedHashMap<String, Object>();
        var officer = task.text("caseOfficer");
        shown.put("reference", application.reference());
        shown.put("diaryNumber", application.diaryNumber() == null ? "inte satt ännu" : application.diaryNumber());
        shown.put("receivedAt", SwedishDate.text(application.receivedAt()));
        shown.put("receivedOn", SwedishDate.text(SwedishDate.on(application.receivedAt())));
        shown.put("status", application.status().swedishName());
        shown.put("boardName", Board.valueOf(application.board()).swedishName());
        shown.put("officer", officer == null ? "Ingen ännu" : staff.nameOf(officer));
        return shown;
    }

    /** Newest first, as whoever has the case looks for what is new. */
    private List<Map<String, Object>> documents(String reference) {
        return journal.of(reference).stream()
                .filter(event -> event.kind().isDocument())
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .map(event -> Map.<String, Object>of(
                        "at", SwedishDate.text(SwedishDate.on(event.at())),
                        "kind", event.kind().swedishName(),
                        "text", event.text()))
                .toList();
    }

    private List<Map<String, Object>> history(String reference) {
        return journal.of(reference).stream()
                .map(event -> Map.<String, Object>of(
                        "at", SwedishDate.text(event.at()),
                        "who", who(event),
                        "what", event.kind().swedishName() + ": " + event.text()))
                .toList();
    }

    private String who(CaseEvent event) {
        if (event.actor() != null) {
            return staff.nameOf(event.actor());
        }
        return event.kind().isDocument() ? "Sökanden" : "Tidig";
    }

    private Map<String, Object> change(String reference) {
        var event = journal.latest(reference, EventKind.CHANGE);
        return event == null ? null : Map.of("at", SwedishDate.text(SwedishDate.on(event.at())), "text", event.text());
    }
}
