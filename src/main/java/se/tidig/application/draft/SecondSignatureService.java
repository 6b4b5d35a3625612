package se.tidig.application.draft;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.Application;
import se.tidig.application.Applications;
import se.tidig.application.SignatureService;
import se.tidig.application.WaitingDrafts;
import se.tidig.organisation.ApplicantAccounts;
import se.tidig.organisation.ApplicantPerson;

/**
 * Takes the signature of the second of two who sign an application together. The application comes in when the first
 * submits it. Until the second has signed, it counts as not signed by those who may represent the organisation (10 §).
 */
@Service
@Transactional
public class SecondSignatureService implements WaitingDrafts {

    private final DraftService service;
    private final DraftPeopleService people;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final SignatureService signatures;
    private final ApplicantAccounts accounts;
    private final Clock clock;

    SecondSignatureService(
            DraftService service,
            DraftPeopleService people,
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            SignatureService signatures,
            ApplicantAccounts accounts,
            Clock clock) {
        this.service = service;
        this.people = people;
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.signatures = signatures;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** How a person stands to the second signature of an application. */
    public enum Standing {
        MAY_SIGN,
        /** The person has signed first. */
        FIRST,
        /** Both have signed. */
        SIGNED,
        /** The person has no right to sign. */
        MAY_NOT,
        /** The application is decided or withdrawn, or its board has the signature on paper. */
        CLOSED
    }

    /** @param submission that two sign together */
    @Transactional(readOnly = true)
    public Standing standing(OpenDraft draft, Submission submission, String person) {
        if (submission.second() != null) {
            return Standing.SIGNED;
        }
        if (!isAwaited(submission)) {
            return Standing.CLOSED;
        }
        if (submission.submittedBy().equalsIgnoreCase(person)) {
            return Standing.FIRST;
        }
        return draft.maySubmit() ? Standing.MAY_SIGN : Standing.MAY_NOT;
    }

    /**
     * Signs. A second try of the same person changes nothing.
     *
     * @throws NoSuchDraft if the person takes no part in it, or nobody has submitted it to be signed by two
     * @throws SigningRefused if the person may not sign now, or the declaration is incomplete
     */
    public Submission sign(String person, UUID id, SecondSigning signing) {
        drafts.lock(id);
        var draft = service.open(person, id);
        var submission = submissions.of(id).filter(Submission::isJoint).orElseThrow(NoSuchDraft::new);
        // A decision or a withdrawal at the same time comes before the signature or after it.
        applications.lock(submission.reference());
        var signed = submission.second();
        if (signed != null && signed.signedBy().equalsIgnoreCase(person)) {
            return submission;
        }
        switch (standing(draft, submission, person)) {
            case FIRST -> throw refused("submit.wrong.first");
            case SIGNED -> throw refused("submit.wrong.signed");
            case CLOSED -> throw refused("submit.wrong.closed");
            case MAY_NOT -> throw new MayOnlyRead();
            case MAY_SIGN -> signing.check(submission.signer());
        }
        var second = new SecondSignature(
                person, signing.signer().strip(), signing.role().strip(), clock.instant());
        submissions.sign(id, second);
        signatures.signedBySecond(
                submission.reference(), second.signer(), second.role(), second.signedAt(), Actor.of(person));
        return submissions.of(id).orElseThrow();
    }

    private static SigningRefused refused(String message) {
        return new SigningRefused(Map.of("", message));
    }

    private boolean isAwaited(Submission submission) {
        return submission.isJoint()
                && submission.second() == null
                && SignatureService.isAwaited(applications.get(submission.reference()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invited> invitedTo(String person) {
        return people.invitedTo(person).stream()
                .map(one -> new Invited(one.draft().id(), one.draft().call(), one.organisation(), one.inviter()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unsigned> toSign(String person) {
        return submissions.unsigned(ApplicantAccounts.written(person)).stream()
                .filter(this::isAwaited)
                .filter(submission -> !submission.submittedBy().equalsIgnoreCase(person))
                .map(submission -> unsigned(submission, applications.get(submission.reference())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shared> sharedWith(String person) {
        return people.guestIn(person).stream()
                .flatMap(draft -> submissions.of(draft).stream())
                .map(submission -> shared(submission, applications.get(submission.reference())))
                .toList();
    }

    private static Shared shared(Submission submission, Application application) {
        return new Shared(submission.draft(), submission.reference(), title(application), application.applicantName());
    }

    private static String title(Application application) {
        var name = application.given().text("title");
        return name == null ? application.applicantName() : name;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Unsigned> awaited(Reference reference) {
        return submissions
                .ofReference(reference)
                .filter(this::isAwaited)
                .map(submission -> unsigned(submission, applications.get(reference)));
    }

    private Unsigned unsigned(Submission submission, Application application) {
        return new Unsigned(
                submission.draft(),
                submission.reference(),
                title(application),
                submission.signer(),
                accounts.find(submission.secondEmail())
                        .map(ApplicantPerson::name)
                        .orElse(submission.secondEmail()));
    }
}
