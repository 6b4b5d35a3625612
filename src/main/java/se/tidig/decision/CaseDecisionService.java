package se.tidig.decision;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tidig.Actor;
import se.tidig.LegalTexts;
import se.tidig.Reference;
import se.tidig.Sek;
import se.tidig.SwedishDate;
import se.tidig.application.Application;
import se.tidig.application.ApplicationProgressService;
import se.tidig.application.ApplicationStatus;
import se.tidig.application.Applications;
import se.tidig.call.Calls;
import se.tidig.decision.Proposal.Draft;
import se.tidig.form.Rejected;
import se.tidig.journal.CaseJournal;
import se.tidig.journal.EventKind;

/**
 * Decides a case: as somebody else proposed, or by writing off a withdrawn application. The call is locked before the
 * application, so that the frame holds and the last decision of a call is noticed once.
 */
@Service
@Transactional
public class CaseDecisionService {

    private final Decisions decisions;
    private final Proposals proposals;
    private final BoundsService bounds;
    private final GrantTerms grantTerms;
    private final Calls calls;
    private final Applications applications;
    private final ApplicationProgressService progress;
    private final GroundService grounds;
    private final CaseJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseDecisionService(
            Decisions decisions,
            Proposals proposals,
            BoundsService bounds,
            GrantTerms grantTerms,
            Calls calls,
            Applications applications,
            ApplicationProgressService progress,
            GroundService grounds,
            CaseJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.bounds = bounds;
        this.grantTerms = grantTerms;
        this.calls = calls;
        this.applications = applications;
        this.progress = progress;
        this.grounds = grounds;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Decides as proposed.
     *
     * @param participants who took part in the final handling without deciding (31 § 5 förvaltningslagen)
     * @param dissent a dissenting opinion (30 §); null if there is none
     * @throws Rejected if the decider proposed it, the case is decided or withdrawn, or the limits do not allow it
     */
    public Decision approve(Reference reference, Actor decider, List<String> participants, String dissent) {
        var application = locked(reference);
        requireUndecided(application);
        var proposal = open(reference);
        proposal.decide(decider);
        bounds.of(application)
                .require(new Draft(
                        proposal.kind(),
                        proposal.amount(),
                        proposal.reasons(),
                        proposal.paragraphs(),
                        proposal.conditions(),
                        proposal.findingsReason()));
        proposals.save(proposal);
        var decision = Decision.of(
                        caseOf(application),
                        proposal.kind(),
                        proposal.amount(),
                        record(decider, proposal.proposer(), participants, dissent))
                .because(proposal.reasons(), proposal.paragraphs(), grounds.of(reference, proposal.kind()));
        if (proposal.kind().isGrant()) {
            setTerms(decision, proposal, application);
        }
        decisions.save(decision);
        progress.decide(reference);
        return made(decision);
    }

    /**
     * The terms that were proposed and shown to the decider; an earlier proposal without terms gets them from the
     * call.
     */
    private void setTerms(Decision decision, Proposal proposal, Application application) {
        var terms = proposal.terms();
        if (terms.isPresent()) {
            requireUpToDate(terms.get());
            decision.on(
                            proposal.conditions(),
                            proposal.interimReportDue(),
                            proposal.finalReportDue(),
                            proposal.payingBoard())
                    .state(terms.get().decidedOn(decision.decidedOn()));
        } else {
            var call = calls.get(application.call());
            decision.on(proposal.conditions(), call.interimReportDue(), call.finalReportDue(), call.payingBoard());
        }
    }

    private void requireUpToDate(Terms terms) {
        if (grantTerms.isOutdated(terms)) {
            throw new Rejected(
                    "", LegalTexts.of("terms.newPriceBase", terms.countedOn().getYear()));
        }
    }

    /** Returns the proposal to the officer; decides nothing. */
    public void giveBack(Reference reference, Actor decider, String reason) {
        requireUndecided(locked(reference));
        var proposal = open(reference);
        proposal.giveBack(decider, reason, clock.instant());
        proposals.save(proposal);
        journal.note(reference, EventKind.PROPOSAL, decider, "Återlämnar förslaget: " + reason);
    }

    /** Writes off an application that was withdrawn. */
    public Decision writeOff(Reference reference, Actor decider, String reasons) {
        var application = locked(reference);
        if (application.status() != ApplicationStatus.WITHDRAWN) {
            throw new Rejected("", "Bara en återkallad ansökan kan skrivas av.");
        }
        proposals.open(reference).ifPresent(proposal -> {
            proposal.moot();
            proposals.save(proposal);
        });
        var decision = decisions.save(Decision.of(
                        caseOf(application), DecisionKind.WRITE_OFF, Sek.ZERO, record(decider, null, List.of(), null))
                .because(reasons, List.of(), List.of()));
        progress.writeOff(reference);
        return made(decision);
    }

    private Application locked(Reference reference) {
        calls.lock(applications.get(reference).call());
        return applications.lock(reference);
    }

    private static void requireUndecided(Application application) {
        if (application.status() == ApplicationStatus.WITHDRAWN) {
            throw new Rejected("", "Ansökan är återkallad och kan inte beslutas i sak. Den ska skrivas av.");
        }
        if (application.status().isFinal()) {
            throw new Rejected("", "Ärendet " + application.reference() + " är redan avgjort och beslutas inte igen.");
        }
    }

    private Proposal open(Reference reference) {
        return proposals
                .open(reference)
                .orElseThrow(
                        () -> new Rejected("", "Det finns inget förslag att besluta om i ärendet " + reference + "."));
    }

    private static Decision.Case caseOf(Application application) {
        return new Decision.Case(
                application.reference(), application.board(), application.call(), application.requestedAmount());
    }

    private Decision.Record record(Actor decider, Actor proposer, List<String> participants, String dissent) {
        var now = clock.instant();
        return new Decision.Record(SwedishDate.on(now), now, decider, proposer, participants, dissent);
    }

    private Decision made(Decision decision) {
        journal.note(
                decision.reference(),
                EventKind.DECISION,
                decision.decider(),
                decision.kind().isGrant()
                        ? "%s med %s.".formatted(decision.kind().swedishName(), decision.amount())
                        : decision.kind().swedishName() + ".");
        events.publishEvent(new Decision.Made(decision.reference(), decision.call(), decision.kind()));
        return decision;
    }
}
