package se.tidig.application;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Handles what changed circumstances mean for an application (15 a §). */
@Service
@Transactional
public class ApplicationChangeService {

    private final Applications applications;
    private final FindingAnswers answers;
    private final ChangedAnswers changedAnswers;
    private final CaseJournal journal;
    private final Clock clock;

    ApplicationChangeService(
            Applications applications,
            FindingAnswers answers,
            ChangedAnswers changedAnswers,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.changedAnswers = changedAnswers;
        this.journal = journal;
        this.clock = clock;
    }

    /** The change does not touch the right to the grant or its size. */
    public void leave(Reference reference, String note, Actor actor) {
        applications.lock(reference);
        journal.note(reference, EventKind.EXAMINATION, actor, "Ändringen påverkar inte prövningen. " + note);
    }

    /**
     * Stores the new facts. Findings that a person has set aside are open again, because they were judged on the old
     * facts. The conditions are checked again before a decision is proposed.
     *
     * @param changed the answers that have changed, by form key
     */
    public void take(Reference reference, Map<String, Object> changed, String note, Actor actor) {
        var application = applications.lock(reference);
        if (application.status().isFinal()) {
            throw new Rejected(
                    "",
                    "Ärendet är redan avgjort, så ansökan kan inte ändras. Välj att ändringen inte påverkar"
                            + " prövningen.");
        }
        var before = application.answers();
        application.answer(CompletedAnswers.of(before, changed));
        changedAnswers.add(reference, before, application.answers(), actor);
        applications.save(application);
        answers.setAside(reference)
                .forEach(code -> answers.add(
                        reference,
                        new FindingAnswer(code, FindingAnswer.Position.LAPSED, note, actor, clock.instant())));
        journal.note(reference, EventKind.EXAMINATION, actor, "Ändringen påverkar prövningen. " + note);
    }
}
