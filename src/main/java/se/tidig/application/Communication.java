package se.tidig.application;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.SwedishDate;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Putting material before the applicant before a decision that may go against it (25 § FL). */
@Service
@Transactional
public class Communication {

    private final Applications applications;
    private final Hearings hearings;
    private final CaseJournal journal;
    private final Clock clock;

    Communication(Applications applications, Hearings hearings, CaseJournal journal, Clock clock) {
        this.applications = applications;
        this.hearings = hearings;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Rejected where the day has passed */
    public Hearing communicate(String reference, String text, LocalDate dueOn, String actor) {
        if (!dueOn.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected("replyBy", "Ange en dag senare än i dag, så att sökanden hinner yttra sig.");
        }
        var application = applications.lock(reference);
        journal.note(
                reference, EventKind.HEARING, actor, "%s Sista svarsdag: %s.".formatted(text, SwedishDate.text(dueOn)));
        return hearings.save(Hearing.of(application, text, dueOn, actor, clock.instant()));
    }

    /** Whether the applicant has replied; the case's row stays locked until the transaction ends. */
    public boolean isReplied(String reference) {
        applications.lock(reference);
        return hearings.latest(reference).map(Hearing::isReplied).orElse(true);
    }
}
