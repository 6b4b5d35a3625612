package se.tidig.application.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.tidig.form.Answers;
import se.tidig.form.CaseTask;
import se.tidig.form.FormHandler;
import se.tidig.form.Handles;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** The officer of the case has read what came in. */
@Component
@Handles(form = "read-supplement", keys = "supplementNote")
class ReadSupplementForm implements FormHandler {

    private final CaseJournal journal;

    ReadSupplementForm(CaseJournal journal) {
        this.journal = journal;
    }

    @Override
    public Map<String, Object> accept(CaseTask task, Answers answers) {
        journal.note(task.reference(), EventKind.NOTE, task.actor(), answers.text("supplementNote"));
        return Map.of();
    }
}
