package se.tidig.journal.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tidig.Actor;
import se.tidig.Reference;
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

    /** @param at an instant; the day of a paper, whose time of day is not known */
    record Happened(String at, String who, String what) {}

    record Change(LocalDate at, String text) {}

    /** Newest first, because the officer looks for what is new. Within a day, the order is that of registration. */
    @Shows("documents")
    List<Entered> documents(CaseTask task) {
        var newestFirst = new ArrayList<>(byDay(task.reference()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(event -> event.kind().isDocument())
                .map(JournalContent::entered)
                .toList();
    }

    private static Entered entered(CaseEvent event) {
        return new Entered(SwedishDate.on(event.at()), event.kind().swedishName(), event.text());
    }

    /** The document that a task is about, by its number among those of the case. */
    @Shows("lateDocument")
    Entered lateDocument(CaseTask task) {
        if (!(task.variables().get("documentNumber") instanceof Number number)) {
            return null;
        }
        var documents = journal.documents(task.reference());
        return documents.size() < number.intValue() ? null : entered(documents.get(number.intValue() - 1));
    }

    @Shows("appealReceived")
    boolean isAppealReceived(CaseTask task) {
        return journal.latest(task.reference(), EventKind.APPEAL) != null;
    }

    @Shows("history")
    List<Happened> history(CaseTask task) {
        return byDay(task.reference()).stream()
                .map(event -> new Happened(
                        isPaper(event) ? SwedishDate.text(SwedishDate.on(event.at())) : SwedishDate.text(event.at()),
                        who(event),
                        event.kind().swedishName() + ": " + event.text()))
                .toList();
    }

    /** Only the day of a paper is known: within a day the order is that of the entries. */
    private List<CaseEvent> byDay(Reference reference) {
        return journal.of(reference).stream()
                .sorted(Comparator.comparing(event -> SwedishDate.on(event.at())))
                .toList();
    }

    /** Documents that staff have registered for the applicant have a day and no time of day. */
    private boolean isPaper(CaseEvent event) {
        return event.kind().isDocument()
                && event.actor() != null
                && staff.find(Actor.text(event.actor())).isPresent();
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
