package se.tidig.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.journal.CaseEvent;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * Records that an application is signed by two authorised representatives together (10 §). The date of receipt is that
 * of the first; the second's signature changes the facts that the table of conditions asks.
 */
@Service
@Transactional
public class SignatureService {

    /** Whether two sign together; a question of the application form. */
    public static final String JOINT = "jointSignature";

    /** Whether who has signed may represent the organisation; a question of the application form. */
    public static final String AUTHORISED = "signatoryAuthorised";

    /** Name of the second; a question of the application form. */
    public static final String SECOND = "secondSignatoryName";

    /** Whether an agent has signed; a question of the application form. */
    public static final String AGENT = "agentSigned";

    /** Each says, by yes, that the application is signed for the organisation. */
    public static final Set<String> SIGNED = Set.of("signed", AUTHORISED, AGENT);

    private final Applications applications;
    private final Completions completions;
    private final EligibilityRecords records;
    private final ApplicationIntakeService intake;
    private final ChangedAnswers changed;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;

    SignatureService(
            Applications applications,
            Completions completions,
            EligibilityRecords records,
            ApplicationIntakeService intake,
            ChangedAnswers changed,
            CaseJournal journal,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.completions = completions;
        this.records = records;
        this.intake = intake;
        this.changed = changed;
        this.journal = journal;
        this.events = events;
    }

    /** Whether two are to sign the application, and only one has. */
    public static boolean isAwaited(Application application) {
        var given = application.given();
        return !application.status().isLeft() && given.yes(JOINT) && !given.yes(AUTHORISED);
    }

    /** Notes who has signed first, and that the second's signature is awaited. */
    public void signedByFirst(Reference reference, String signer, String role, Instant at, Actor by) {
        journal.note(new CaseEvent(
                reference,
                at,
                by,
                EventKind.NOTE,
                "Underskriven av %s, %s. Två behöriga företrädare skriver under tillsammans. Den andra underskriften har inte kommit in."
                        .formatted(signer, role)));
    }

    /**
     * The second has signed. That answers a request to complete the signature; if more was asked for, the answer to the
     * rest is still awaited.
     *
     * @throws IllegalStateException if no second signature is awaited
     */
    public void signedBySecond(Reference reference, String signer, String role, Instant at, Actor by) {
        var application = applications.lock(reference);
        if (!isAwaited(application)) {
            throw new IllegalStateException("Ärendet " + reference + " väntar inte på någon underskrift.");
        }
        var signed = Map.<String, Object>of(AUTHORISED, true, SECOND, signer);
        var text = "Underskriven också av %s, %s. Båda har skrivit under.".formatted(signer, role);
        if (isAllThatIsAskedFor(reference)) {
            intake.complete(reference, signed, text, at, by);
            return;
        }
        var before = application.answers();
        var after = new LinkedHashMap<>(before);
        after.putAll(signed);
        application.answer(after);
        changed.add(reference, before, application.answers(), by);
        applications.save(application);
        journal.note(new CaseEvent(reference, at, by, EventKind.SUPPLEMENT, text));
        if (records.latest(reference).isPresent()) {
            events.publishEvent(new Application.Countersigned(reference, isAskedFor(reference)));
        }
    }

    private boolean isAskedFor(Reference reference) {
        return completions.latest(reference).filter(Completion::isOpen).isPresent();
    }

    /** Whether every finding that the applicant was asked to complete is about the second signature. */
    private boolean isAllThatIsAskedFor(Reference reference) {
        return completions
                .latest(reference)
                .filter(Completion::isOpen)
                .filter(completion -> !completion.codes().isEmpty()
                        && curedBySignature(reference).containsAll(completion.codes()))
                .isPresent();
    }

    private List<String> curedBySignature(Reference reference) {
        return records.get(reference).findings().stream()
                .filter(finding -> finding.questions().contains(SECOND))
                .map(finding -> finding.code())
                .toList();
    }
}
