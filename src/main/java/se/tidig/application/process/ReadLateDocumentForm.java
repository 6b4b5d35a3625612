package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** A person at the board has handled a document that came in after the case had ended. */
@Component
@Handles(form = "read-late-document", keys = "lateDocumentNote")
class ReadLateDocumentForm implements FormHandler {

    private final CaseJournal journal;

    ReadLateDocumentForm(CaseJournal journal) {
        this.journal = journal;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        journal.note(task.reference(), EventKind.NOTE, task.actor(), answers.text("lateDocumentNote"));
        return Map.of();
    }
}
