package se.tidig.decision;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.Reference;
import se.tidig.SwedishDate;
import se.tidig.application.ApplicantKindTable;
import se.tidig.application.Application;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.bundle.RuleSet;
import se.tidig.call.Calls;
import se.tidig.decision.Proposal.Draft;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/** Proposes how a case should be decided. */
@Service
@Transactional
public class ProposalService {

    private final Proposals proposals;
    private final BoundsService bounds;
    private final Calls calls;
    private final Applications applications;
    private final ApplicationProgressService progress;
    private final ApplicantKindTable kinds;
    private final GrantTerms terms;
    private final CaseJournal journal;
    private final Clock clock;

    ProposalService(
            Proposals proposals,
            BoundsService bounds,
            Calls calls,
            Applications applications,
            ApplicationProgressService progress,
            ApplicantKindTable kinds,
            GrantTerms terms,
            CaseJournal journal,
            Clock clock) {
        this.proposals = proposals;
        this.bounds = bounds;
        this.calls = calls;
        this.applications = applications;
        this.progress = progress;
        this.kinds = kinds;
        this.terms = terms;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param rules the case's own, by which the terms of a grant are computed
     * @throws Rejected by the keys of the form, if the limits do not allow the decision
     */
    public Proposal propose(Reference reference, Actor proposer, Draft draft, RuleSet rules) {
        calls.lock(applications.get(reference).call());
        var application = applications.lock(reference);
        requireUndecided(application.status());
        proposals.open(reference).ifPresent(open -> {
            throw new Rejected("", "Ett förslag väntar redan på beslut i ärendet " + reference + ".");
        });
        bounds.of(application).require(draft);
        progress.propose(reference);
        var proposal = Proposal.of(reference, application.board(), draft, proposer, clock.instant());
        if (draft.kind().isGrant()) {
            countTerms(proposal, application, rules);
        }
        proposals.save(proposal);
        journal.note(reference, EventKind.PROPOSAL, proposer, sentence(draft));
        return proposal;
    }

    private void countTerms(Proposal proposal, Application application, RuleSet rules) {
        var call = calls.get(application.call());
        var wanted = new GrantTerms.Wanted(
                proposal.amount(),
                kinds.isMunicipal(application.given().text("organisationType"), rules),
                SwedishDate.on(clock.instant()),
                call.interimReportDue(),
                call.finalReportDue());
        proposal.on(terms.of(wanted, rules), call.interimReportDue(), call.finalReportDue(), call.payingBoard());
    }

    /** Suspends the proposal: the applicant is heard first, and the officer then continues with it. */
    public void hold(Reference reference) {
        applications.lock(reference);
        var proposal = proposals
                .open(reference)
                .orElseThrow(() -> new IllegalStateException("Inget förslag finns i ärendet " + reference + "."));
        proposal.hold();
        proposals.save(proposal);
        journal.note(reference, EventKind.PROPOSAL, null, "Förslaget läggs åt sidan: sökanden får först yttra sig.");
    }

    private static void requireUndecided(ApplicationStatus status) {
        switch (status) {
            case EXCLUDED, PRIORITISED, PROPOSED -> {
                // ready to be decided
            }
            case WITHDRAWN -> throw new Rejected("", "Ansökan är återkallad och ska skrivas av.");
            case DECIDED, WRITTEN_OFF -> throw new Rejected("", "Ärendet är redan avgjort.");
            case ENDED -> throw new Rejected("", "Ärendet är avslutat utan beslut.");
            case RECEIVED, REGISTERED, UNDER_REVIEW, AWAITING_COMPLETION, ASSESSED ->
                throw new Rejected("", "Ansökan är ännu inte bedömd och prioriterad.");
        }
    }

    private static String sentence(Draft draft) {
        return draft.kind().isGrant()
                ? "Föreslår %s med %s.".formatted(draft.kind().swedishName().toLowerCase(), draft.amount())
                : "Föreslår %s.".formatted(draft.kind().swedishName().toLowerCase());
    }
}
