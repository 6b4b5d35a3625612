package se.tidig.mypages;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.casefile.PublicStages;
import se.tidig.casefile.PublicStages.State;
import se.tidig.decision.Decision;
import se.tidig.decision.Decisions;
import se.tidig.document.Document;
import se.tidig.document.Documents;
import se.tidig.grant.Grants;
import se.tidig.notification.SentMail;
import se.tidig.notification.SentMails;

/** Reads a party's cases. The caller checks that the person acts for the party. */
@Component
@Transactional(readOnly = true)
public class OwnCaseReader {

    /** The kind of the letter with the decision on an application. */
    private static final String DECISION = "decision";

    private final Applications applications;
    private final PublicStages stages;
    private final DutyReader duties;
    private final Decisions decisions;
    private final Grants grants;
    private final SentMails mails;
    private final Documents documents;

    OwnCaseReader(
            Applications applications,
            PublicStages stages,
            DutyReader duties,
            Decisions decisions,
            Grants grants,
            SentMails mails,
            Documents documents) {
        this.applications = applications;
        this.stages = stages;
        this.duties = duties;
        this.decisions = decisions;
        this.grants = grants;
        this.mails = mails;
        this.documents = documents;
    }

    /** The organisation's cases, newest first. */
    public List<OwnCase> of(String organisationNumber) {
        return applications.ofOrganisation(organisationNumber).stream()
                .map(this::read)
                .toList();
    }

    public OwnCase read(Application application) {
        var reference = application.reference();
        var whole = new OwnCase(
                application,
                stages.of(reference),
                duties.of(application),
                decision(reference),
                grants.find(reference).orElse(null));
        var goesOn = !whole.isOver() && !application.status().isLeft();
        var shown = whole.stages().stream()
                .filter(stage -> stage.state() != State.NEXT
                        || (stage.process().equals("application") ? goesOn : !whole.isOver()))
                .toList();
        return new OwnCase(application, shown, whole.duties(), whole.decision(), whole.grant());
    }

    /** The decision on the application; null until its letter has been sent. */
    private Decision decision(Reference reference) {
        return decisions
                .latest(reference)
                .filter(decided -> letters(reference).stream()
                        .anyMatch(letter -> letter.kind().equals(DECISION)))
                .orElse(null);
    }

    /** The letters that have been sent to the party, newest first. */
    public List<Document> letters(Reference reference) {
        var sent = sent(reference);
        return documents.of(reference).stream()
                .filter(document -> sent.contains(document.id()))
                .sorted(Comparator.comparing(Document::createdAt).reversed())
                .toList();
    }

    private Set<UUID> sent(Reference reference) {
        var sent = new HashSet<UUID>();
        mails.toParty(reference).stream().map(SentMail::documents).forEach(sent::addAll);
        return sent;
    }
}
