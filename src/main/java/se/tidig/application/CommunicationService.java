package se.tidig.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.eligibility.EligibilityFinding;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Sends material to the applicant for comment before a decision that may go against it (25 § FL). */
@Service
@Transactional
public class CommunicationService {

    private final Applications applications;
    private final Hearings hearings;
    private final EligibilityRecords records;
    private final FindingAnswers answers;
    private final FindingKindsTable kinds;
    private final CaseJournal journal;
    private final Clock clock;

    CommunicationService(
            Applications applications,
            Hearings hearings,
            EligibilityRecords records,
            FindingAnswers answers,
            FindingKindsTable kinds,
            CaseJournal journal,
            Clock clock) {
        this.applications = applications;
        this.hearings = hearings;
        this.records = records;
        this.answers = answers;
        this.kinds = kinds;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Rejected if the day has passed */
    public Hearing communicate(Reference reference, String text, LocalDate dueOn, Actor actor) {
        if (!dueOn.isAfter(SwedishDate.on(clock.instant()))) {
            throw new Rejected("replyBy", "Ange en dag senare än i dag, så att sökanden hinner yttra sig.");
        }
        var application = applications.lock(reference);
        journal.note(
                reference, EventKind.HEARING, actor, "%s Sista svarsdag: %s.".formatted(text, SwedishDate.text(dueOn)));
        return hearings.save(Hearing.of(application, text, standing(reference), dueOn, actor, clock.instant()));
    }

    /**
     * Whether the latest check rests on information from others, or found by the board, that the applicant has not
     * been sent.
     */
    public boolean isOwed(Reference reference) {
        var heard = hearings.of(reference).stream()
                .flatMap(hearing -> hearing.codes().stream())
                .toList();
        return standing(reference).stream().anyMatch(code -> !heard.contains(code) && kinds.isFromOthers(code));
    }

    /** The findings of the latest check that nobody has set aside. */
    private List<String> standing(Reference reference) {
        var setAside = answers.setAside(reference);
        return records.latest(reference).map(EligibilityRecord::findings).orElse(List.of()).stream()
                .map(EligibilityFinding::code)
                .filter(code -> !setAside.contains(code))
                .toList();
    }

    /** The reply to the latest material; the case's row stays locked until the transaction ends. */
    public AwaitedAnswer ask(Reference reference) {
        applications.lock(reference);
        return hearings.latest(reference)
                .map(heard -> new AwaitedAnswer(heard.isReplied(), heard.deadline()))
                .orElse(new AwaitedAnswer(true, null));
    }
}
