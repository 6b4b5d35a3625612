package se.tidig.journal.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.SwedishDate;
import se.tidig.engine.StaffRegister;
import se.tidig.form.CaseContent;
import se.tidig.form.CaseTask;
import se.tidig.form.Shows;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** The journal of the case: what came in and what was done. */
@Component
class JournalContent implements CaseContent {

    private final CaseJournal journal;
    private final StaffRegister staff;

    JournalContent(CaseJournal journal, StaffRegister staff) {
        this.journal = journal;
        this.staff = staff;
    }

    record Entered(LocalDate at, String kind, String text) {}

    record Happened(Instant at, String who, String what) {}

    record Change(LocalDate at, String text) {}

    /** Newest first, because the officer looks for what is new. */
    @Shows("documents")
    List<Entered> documents(CaseTask task) {
        return journal.of(task.reference()).stream()
                .filter(event -> event.kind().isDocument())
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .map(event ->
                        new Entered(SwedishDate.on(event.at()), event.kind().swedishName(), event.text()))
                .toList();
    }

    @Shows("history")
    List<Happened> history(CaseTask task) {
        return journal.of(task.reference()).stream()
                .map(event -> new Happened(event.at(), who(event), event.kind().swedishName() + ": " + event.text()))
                .toList();
    }

    private String who(CaseEvent event) {
        if (event.actor() != null) {
            return staff.nameOf(event.actor());
        }
        return event.kind().isDocument() ? "Sökanden" : "Tidig";
    }

    @Shows("change")
    Change change(CaseTask task) {
        var event = journal.latest(task.reference(), EventKind.CHANGE);
        return event == null ? null : new Change(SwedishDate.on(event.at()), event.text());
    }
}
