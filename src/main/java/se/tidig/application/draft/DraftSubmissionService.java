package se.tidig.application.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.application.ApplicationIntakeService;
import se.tidig.application.EligibilityReviewService;
import se.tidig.application.HandedInDrafts;
import se.tidig.application.SignatureService;
import se.tidig.bundle.DisplayRuleSource;
import se.tidig.document.UploadService;
import se.tidig.eligibility.Eligibility;
import se.tidig.eligibility.EligibilityCheck;
import se.tidig.form.Rejected;
import se.tidig.organisation.ApplicantAccounts;

/** Turns a draft into an application, once. */
@Service
@Transactional
public class DraftSubmissionService implements HandedInDrafts {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final DraftService service;
    private final Drafts drafts;
    private final Submissions submissions;
    private final HandedInAnswers handedIn;
    private final ApplicationIntakeService intake;
    private final EligibilityReviewService review;
    private final DisplayRuleSource rules;
    private final UploadService uploads;
    private final DraftPeopleService people;
    private final SignatureService signatures;
    private final Clock clock;

    DraftSubmissionService(
            DraftService service,
            Drafts drafts,
            Submissions submissions,
            HandedInAnswers handedIn,
            ApplicationIntakeService intake,
            EligibilityReviewService review,
            DisplayRuleSource rules,
            UploadService uploads,
            DraftPeopleService people,
            SignatureService signatures,
            Clock clock) {
        this.service = service;
        this.drafts = drafts;
        this.submissions = submissions;
        this.handedIn = handedIn;
        this.intake = intake;
        this.review = review;
        this.rules = rules;
        this.uploads = uploads;
        this.people = people;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * What the table of conditions would find if the draft were handed in and signed now.
     *
     * @param answers as they would be handed in
     */
    @Transactional(readOnly = true)
    public Eligibility foresee(OpenDraft draft, Map<String, Object> answers) {
        var agent = "true".equals(answers.get("hasAgent")) && "true".equals(answers.get("agentSigned"));
        var capacity = agent ? Signing.Capacity.AGENT : Signing.Capacity.SIGNATORY;
        var signing = new Signing("", "", capacity, true, true, true);
        return review.foresee(
                draft.draft().call(),
                draft.draft().organisation(),
                signed(draft, answers, signing, draft.membership().organisationName()),
                rules.current());
    }

    /**
     * Hands the draft in. A second try, at the same time or later, changes nothing and gets the same submission.
     *
     * @throws NoSuchDraft if the person does not act for the organisation
     * @throws MayOnlyRead if the person may not submit
     * @throws SigningRefused if the declaration is incomplete
     * @throws Rejected if the call takes no applications
     */
    public Submission submit(String person, UUID id, Signing signing) {
        return submit(person, id, signing, SWEDISH, clock.instant());
    }

    /**
     * @param language in which the second of two who sign together is told
     * @param receivedAt when the server received it, however long it has waited there since
     */
    public Submission submit(String person, UUID id, Signing signing, Locale language, Instant receivedAt) {
        drafts.lock(id);
        // Read under the lock: what is saved until now is handed in.
        var draft = service.open(person, id);
        var before = submissions.of(id);
        if (before.isPresent()) {
            return before.get();
        }
        if (!draft.maySubmit()) {
            throw new MayOnlyRead();
        }
        signing.check(person);
        var joint = signing.joint() && asksForTwo();
        var answers = signed(draft, handedIn.of(draft, SWEDISH).answers(), signing, person);
        var reference = intake.submit(draft.draft().call(), answers, receivedAt, Actor.of(person));
        var submission = new Submission(
                id,
                reference,
                person,
                signing.signer().strip(),
                signing.role().strip(),
                signing.capacity(),
                receivedAt,
                joint ? ApplicantAccounts.written(signing.second()) : null,
                null,
                answers);
        submissions.add(submission);
        drafts.submitted(id);
        if (joint) {
            signatures.signedByFirst(reference, submission.signer(), submission.role(), receivedAt, Actor.of(person));
            people.askToSign(draft.draft(), person, submission.secondEmail(), language);
        }
        uploads.handIn(id.toString(), reference);
        return submission;
    }

    /** The answers with what the declaration and the choice of organisation say, as far as the form asks it. */
    private Map<String, Object> signed(OpenDraft draft, Map<String, Object> handedIn, Signing signing, String person) {
        var answers = new LinkedHashMap<>(handedIn);
        var said = new LinkedHashMap<String, Object>();
        said.put(DraftFormReader.ORGANISATION, draft.draft().organisation());
        said.put("signed", true);
        if (signing.capacity() == Signing.Capacity.AGENT) {
            said.put("hasAgent", "true");
            said.put("agentSigned", "true");
            answers.putIfAbsent("agentName", signing.signer().strip());
            answers.putIfAbsent("agentEmail", person);
        } else {
            said.put("signatoryName", signing.signer().strip());
            said.put(SignatureService.JOINT, signing.joint());
            // One of two is not authorised alone; the second's signature says that both are.
            said.put(SignatureService.AUTHORISED, !(signing.joint() && asksForTwo()));
            if ("true".equals(answers.get("hasAgent"))) {
                said.put("agentSigned", "false");
            }
        }
        answers.putAll(said);
        answers.putIfAbsent("organisationName", draft.membership().organisationName());
        answers.putIfAbsent("contactEmail", person);
        var asked = EligibilityCheck.form(rules.current());
        answers.keySet().removeIf(question -> !asked.asks(question));
        return answers;
    }

    /** Whether the form asks if two sign together. */
    @Transactional(readOnly = true)
    public boolean asksForTwo() {
        return EligibilityCheck.form(rules.current()).asks(SignatureService.JOINT);
    }

    /** The submission of the draft; empty if it is still one. */
    @Transactional(readOnly = true)
    public Optional<Submission> of(UUID draft) {
        return submissions.of(draft);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HandedIn> handedIn(Reference reference) {
        return submissions
                .ofReference(reference)
                .map(sent -> new HandedIn(
                        sent.draft(), sent.signer(), sent.role(), Actor.of(sent.submittedBy()), second(sent)));
    }

    private static Signature second(Submission sent) {
        var second = sent.second();
        return second == null ? null : new Signature(second.signer(), second.role(), second.signedAt());
    }

    /** The submission that the application came from; empty if it came on paper. */
    @Transactional(readOnly = true)
    public Optional<Submission> of(Reference reference) {
        return submissions.ofReference(reference);
    }
}
