package se.tidig.journal.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** What came in and what was done. */
@Component
@Shows({"documents: at, kind, text", "history: at, who, what", "change: at, text"})
class JournalContent implements CaseContent {

    private final CaseJournal journal;
    private final StaffRegister staff;

    JournalContent(CaseJournal journal, StaffRegister staff) {
        this.journal = journal;
        this.staff = staff;
    }

    @Override
    public Object read(String key, CaseTask task) {
        return switch (key) {
            case "documents" -> documents(task.reference());
            case "history" -> history(task.reference());
            default -> change(task.reference());
        };
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
